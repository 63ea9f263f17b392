import { canonicalBytes } from '@sillok/kernel';
import { type StepStatement, stepStatement } from '@sillok/schemas/statements/step-statement';
import type { LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from './digest.ts';
import { questionsOfStatements } from './questions-of-statements.ts';
import { readStatement } from './read-statement.ts';

const roles: readonly StepRole[] = ['drafter', 'reviewer', 'concurring-officer', 'approver'];
const decisions = ['submitted', 'reviewed', 'concurred-with-dissent', 'approved'] as const;
const line: LineStep[] = roles.map((role, index) => ({
  step: index + 1,
  role,
  personId: `person-0000${index}`,
  appointmentId: `post-0000${index}`,
  unitId: 'unit-00001',
  position: ['주무관', '사무관', '예산과장', '과장'][index] ?? '',
}));
const paper = { sha256: 'a'.repeat(64), bytes: 4_096 };

type Change = (statement: StepStatement) => StepStatement;
const unchanged: Change = (statement) => statement;

/** The four statements of a line; `change` alters the one at `index` before the next ones refer to it. */
function statementsOf(index = -1, change = unchanged): readonly Uint8Array[] {
  const all: Uint8Array[] = [];
  for (const [at, role] of roles.entries()) {
    const statement = stepStatement.parse({
      type: 'step-statement',
      version: 1,
      log: 'mois',
      institution: '행정안전부',
      case: 'document-00001',
      caseVersion: 1,
      nonce: String(at).repeat(32),
      manifest: { algorithm: 'sha-256', digest: 'b'.repeat(64) },
      paper,
      line,
      step: at + 1,
      capacity: role,
      ...(role === 'approver' ? { mode: 'delegated' } : {}),
      earlier: all.map((bytes) => sha256Hex(bytes)),
      decision: decisions[at],
      ...(role === 'concurring-officer' ? { opinion: '예산 사정을 고려하시기 바랍니다.' } : {}),
      authority: { appointment: `post-0000${at}`, directoryEvent: 'event-00001', policyPack: 'c'.repeat(64) },
      checkpoint: null,
      certificate: 'd'.repeat(64),
      controlClass: 'demo-software',
      claimedAt: '2026-03-02T00:00:00.000Z',
      sentence: '기안합니다.',
    });
    all.push(canonicalBytes(at === index ? change(statement) : statement));
  }
  return all;
}

function failuresOf(statements: readonly Uint8Array[], about = paper): readonly string[] {
  return questionsOfStatements(statements, about)
    .filter((one) => one.verdict === 'failed')
    .map((one) => `${one.question}: ${one.reason}`);
}

describe('questionsOfStatements', () => {
  it('finds nothing wrong with a line that tells one story', () => {
    expect(failuresOf(statementsOf())).toEqual([]);
  });

  it('accepts earlier statements about an earlier paper, for a reviewer may change the text', () => {
    const statements = statementsOf(0, (one) => ({ ...one, paper: { sha256: 'e'.repeat(64), bytes: 12 } }));
    expect(failuresOf(statements)).toEqual([]);
  });

  const constraint = 'SIG_CONSTRAINTS_FAILURE';
  it.each<[string, readonly Uint8Array[], string]>([
    [
      'another case',
      statementsOf(1, (one) => ({ ...one, case: 'document-00002' })),
      `one case and one line: ${constraint}`,
    ],
    ['another log', statementsOf(2, (one) => ({ ...one, log: 'moef' })), `one case and one line: ${constraint}`],
    [
      'another line',
      statementsOf(1, (one) => ({ ...one, line: one.line.map((step) => ({ ...step, position: '장관' })) })),
      `one case and one line: ${constraint}`,
    ],
    [
      'a forgotten earlier statement',
      statementsOf(2, (one) => ({ ...one, earlier: one.earlier.slice(1) })),
      `each names all before it: ${constraint}`,
    ],
    [
      'another earlier statement',
      statementsOf(3, (one) => ({ ...one, earlier: one.earlier.toReversed() })),
      `each names all before it: ${constraint}`,
    ],
    ['another step', statementsOf(1, (one) => ({ ...one, step: 3 })), `steps follow the line: ${constraint}`],
    [
      'another capacity',
      statementsOf(1, (one) => ({ ...one, capacity: 'approver' })),
      `steps follow the line: ${constraint}`,
    ],
    ['a line without its approval', statementsOf().slice(0, 3), `the last one approves: ${constraint}`],
    [
      'a line without its reviewer',
      statementsOf().filter((_, index) => index !== 1),
      `steps follow the line: ${constraint}`,
    ],
    [
      'an approver who returned it',
      statementsOf(3, (one) => ({ ...one, decision: 'returned' })),
      `the last one approves: ${constraint}`,
    ],
    [
      'a reviewer who returned it',
      statementsOf(1, (one) => ({ ...one, decision: 'returned' })),
      `nobody on the way returned it: ${constraint}`,
    ],
    [
      'an approver of another paper',
      statementsOf(3, (one) => ({ ...one, paper: { ...paper, sha256: 'f'.repeat(64) } })),
      'the approved paper is this one: HASH_FAILURE',
    ],
    [
      'an approver of a shorter paper',
      statementsOf(3, (one) => ({ ...one, paper: { ...paper, bytes: 4_095 } })),
      'the approved paper is this one: HASH_FAILURE',
    ],
    [
      'bytes that are no statement',
      [...statementsOf(), new TextEncoder().encode('{}')],
      'statements are canonical: FORMAT_FAILURE',
    ],
    ['nothing at all', [], 'statements are canonical: FORMAT_FAILURE'],
  ])('refuses %s', (_, statements, failure) => {
    expect(failuresOf(statements)).toContain(failure);
  });
});

describe('readStatement', () => {
  const [bytes = new Uint8Array()] = statementsOf();

  it('reads the canonical form and nothing that only means the same', () => {
    expect(readStatement(bytes)).toMatchObject({ step: 1, capacity: 'drafter' });
    const text = new TextDecoder().decode(bytes);
    for (const same of [
      `${text}\n`,
      ` ${text}`,
      `\ufeff${text}`,
      text.replace('"version":1', '"version":1.0'),
      text.replace('주', '\\uc8fc'),
      text.replace('{', '{"type":"step-statement",'),
    ]) {
      expect(readStatement(new TextEncoder().encode(same))).toBeUndefined();
    }
  });

  it('lets no byte be flipped unnoticed', () => {
    const digest = sha256Hex(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ bits;
        const read = readStatement(flipped);
        if (read !== undefined) expect(canonicalBytes(read)).toEqual(flipped);
        expect(sha256Hex(flipped)).not.toBe(digest);
      }),
      { numRuns: 500 },
    );
  });
});
