import type { Question } from '@sillok/kernel';

export function passed(question: string): Question {
  return { question, verdict: 'passed' };
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
