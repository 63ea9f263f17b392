import type { Question, Verdict } from '@sillok/kernel';
import { canonicalJson } from '@sillok/kernel';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import { sha256Hex } from './digest.ts';
import { readStatement } from './read-statement.ts';

export interface Paper {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Whether a document's statements, in the order of signing, tell one story: each canonical, each about the same case
 * and line, each naming all before it, the last one the approver's and about this paper. Signatures are asked apart.
 */
export function questionsOfStatements(statements: readonly Uint8Array[], paper: Paper): readonly Question[] {
  const read = statements.map(readStatement);
  const whole = read.filter((one) => one !== undefined);
  if (whole.length < read.length || whole.length === 0) {
    const which = read.length === 0 ? 'there is none' : `statement ${read.indexOf(undefined) + 1}`;
    return [answer('statements are canonical', false, 'FORMAT_FAILURE', which)];
  }
  const digests = statements.map((bytes) => sha256Hex(bytes));
  const last = whole.at(-1);
  return [
    answer('statements are canonical', true),
    answer('one case and one line', oneStory(whole), 'SIG_CONSTRAINTS_FAILURE'),
    answer('each names all before it', chained(whole, digests), 'SIG_CONSTRAINTS_FAILURE'),
    answer('steps follow the line', inOrder(whole), 'SIG_CONSTRAINTS_FAILURE'),
    answer('nobody on the way returned it', wentOnwards(whole), 'SIG_CONSTRAINTS_FAILURE'),
    answer(
      'the last one approves',
      last?.decision === 'approved' && last.capacity === 'approver',
      'SIG_CONSTRAINTS_FAILURE',
    ),
    answer('the approved paper is this one', isPaper(last, paper), 'HASH_FAILURE'),
  ];
}

function oneStory(statements: readonly StepStatement[]): boolean {
  const told = statements.map(({ log, institution, case: document, line }) =>
    canonicalJson({ log, institution, document, line }),
  );
  return new Set(told).size === 1;
}

function chained(statements: readonly StepStatement[], digests: readonly string[]): boolean {
  return statements.every((one, index) => canonicalJson(one.earlier) === canonicalJson(digests.slice(0, index)));
}

function inOrder(statements: readonly StepStatement[]): boolean {
  return (
    statements.every((one, index) => {
      const step = one.line[one.step - 1];
      return one.step === index + 1 && step?.role === one.capacity;
    }) && statements.length === statements[0]?.line.length
  );
}

const onwards: Readonly<Record<StepStatement['capacity'], readonly StepStatement['decision'][]>> = {
  drafter: ['submitted'],
  reviewer: ['reviewed'],
  'concurring-officer': ['concurred', 'concurred-with-dissent'],
  approver: ['approved'],
};

function wentOnwards(statements: readonly StepStatement[]): boolean {
  return statements.every(({ capacity, decision }) => onwards[capacity].includes(decision));
}

function isPaper(statement: StepStatement | undefined, paper: Paper): boolean {
  return statement?.paper.sha256 === paper.sha256 && statement.paper.bytes === paper.bytes;
}

function answer(question: string, holds: boolean, reason?: string, detail?: string): Question {
  const verdict: Verdict = holds ? 'passed' : 'failed';
  if (holds) return { question, verdict };
  return {
    question,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(detail === undefined ? {} : { detail }),
  };
}
