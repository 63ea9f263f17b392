import { canonicalBytes } from '@sillok/kernel';
import { expect, it } from 'vitest';
import { manifestIn, stepsIn } from './steps-in-evidence.ts';

const line = [1, 2].map((step) => ({
  step,
  role: step === 1 ? 'drafter' : 'approver',
  personId: `person-000${step}`,
  appointmentId: `appoint-000${step}`,
  unitId: 'unit-00001',
  position: '과장',
}));

function statement(step: number, more: object) {
  return canonicalBytes({
    type: 'step-statement',
    version: 1,
    log: 'mois',
    institution: '행정안전부',
    case: 'document-0001',
    caseVersion: 1,
    nonce: '0'.repeat(32),
    manifest: { algorithm: 'sha-256', digest: '0'.repeat(64) },
    paper: { sha256: '0'.repeat(64), bytes: 1 },
    line,
    step,
    capacity: step === 1 ? 'drafter' : 'approver',
    earlier: [],
    decision: step === 1 ? 'submitted' : 'approved',
    authority: { appointment: `appoint-000${step}`, directoryEvent: 'event-0001', policyPack: '0'.repeat(64) },
    checkpoint: null,
    certificate: '0'.repeat(64),
    controlClass: 'demo',
    claimedAt: `2026-03-01T09:00:0${step}.000Z`,
    sentence: '승인합니다',
    ...more,
  });
}

const file = (name: string, bytes: Uint8Array) => ({ name, bytes, mediaType: '' });
const evidence = [
  file('statements/02-statement.json', statement(2, { mode: 'proxy', principal: 'person-head', opinion: '이견 없음' })),
  file('statements/02-statement.p7s', Uint8Array.of(2)),
  file('statements/01-statement.json', statement(1, {})),
  file('statements/01-statement.p7s', Uint8Array.of(1)),
  file('manifest.json', canonicalBytes({ entries: [] })),
];

it('finds every step in the order of signing, with what its box shows', () => {
  expect(stepsIn(evidence)).toMatchObject([
    { step: 1, personId: 'person-0001', at: '2026-03-01T09:00:01.000Z', hasOpinion: false, cms: Uint8Array.of(1) },
    { step: 2, personId: 'person-0002', mode: 'proxy', principalId: 'person-head', hasOpinion: true },
  ]);
  expect(manifestIn(evidence)).toEqual({ entries: [] });
});

it.each([
  ['a signature', evidence.filter(({ name }) => name !== 'statements/01-statement.p7s')],
  [
    'a readable statement',
    evidence.map((one) => (one.name.endsWith('.json') ? { ...one, bytes: Uint8Array.of(1) } : one)),
  ],
])('throws where %s is missing', (_, files) => {
  expect(() => stepsIn(files)).toThrow(expect.objectContaining({ code: 'CONTAINER_MALFORMED' }));
});
