import { createHash } from 'node:crypto';
import type { Question } from '@sillok/kernel';

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

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

export function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

/** UTF-8 without a second spelling: a byte order mark stays what it is. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
