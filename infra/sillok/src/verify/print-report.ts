import type { Question, Verdict } from '@sillok/kernel';
import { printable } from '../printable.ts';
import type { Report } from './report.ts';

// A mark and a word, so that nothing hangs on a colour or on a font.
const marks: Readonly<Record<Verdict, string>> = {
  failed: '✗ failed       ',
  indeterminate: '? indeterminate',
  passed: '✓ passed       ',
};

/** For people: the verdict, then every question, worst first. */
export function printReport({ kind, verdict, questions, artifacts, notAsked }: Report): string {
  return [
    `${marks[verdict].trimEnd()}: ${kind}`,
    '',
    ...(artifacts ?? []).map((one) => `${marks[one.verdict]}  ${one.path}`),
    ...(artifacts === undefined ? [] : ['']),
    ...questions.map(printQuestion),
    ...(notAsked === undefined || notAsked.length === 0 ? [] : ['', `not asked: ${notAsked.join(', ')}`]),
  ].join('\n');
}

function printQuestion({ question, verdict, reason, detail }: Question): string {
  const why = [reason, detail].filter((part) => part !== undefined).join(': ');
  return printable(`${marks[verdict]}  ${question}${why === '' ? '' : ` — ${why}`}`);
}
