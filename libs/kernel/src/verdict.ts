/** Three values, never two: what cannot be decided is not valid and not forged (EN 319 102-1 §5.1.2). */
export type Verdict = 'passed' | 'failed' | 'indeterminate';

/** One thing a verifier asks. `reason` is a sub-indication in the standard's words, such as HASH_FAILURE. */
export interface Question {
  readonly question: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly detail?: string;
}

export function passed(question: string, detail?: string): Question {
  return { question, verdict: 'passed', ...(detail === undefined ? {} : { detail }) };
}

export function failed(question: string, reason: string, detail?: string): Question {
  return { question, verdict: 'failed', reason, ...(detail === undefined ? {} : { detail }) };
}

export function undecided(question: string, reason: string, detail?: string): Question {
  return { question, verdict: 'indeterminate', reason, ...(detail === undefined ? {} : { detail }) };
}

export function asked(question: string, holds: boolean, reason: string, detail?: string): Question {
  return holds ? passed(question) : failed(question, reason, detail);
}

/** The same questions, each saying what it is about. */
export function about(subject: string, questions: readonly Question[]): readonly Question[] {
  return questions.map((one) => ({ ...one, question: `${subject}: ${one.question}` }));
}

/** The worst answer decides; without a question nothing was shown, so the answer is indeterminate. */
export function worstOf(questions: readonly Question[]): Verdict {
  if (questions.some((one) => one.verdict === 'failed')) return 'failed';
  if (questions.length === 0 || questions.some((one) => one.verdict === 'indeterminate')) return 'indeterminate';
  return 'passed';
}

const order: Readonly<Record<Verdict, number>> = { failed: 0, indeterminate: 1, passed: 2 };

export function worstFirst(questions: readonly Question[]): readonly Question[] {
  return [...questions].sort((left, right) => order[left.verdict] - order[right.verdict]);
}
