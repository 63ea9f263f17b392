import type { PdfView } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';

/** What a revision may do to the one before. */
export type RevisionAct = 'declared' | 'filled' | 'metadata' | 'signed' | 'timestamped' | 'validation-data';

/** A revision seen beside the one before. `added` holds the numbers of objects that were not there. */
export interface RevisionChange {
  readonly before: PdfView;
  readonly after: PdfView;
  readonly added: ReadonlySet<number>;
  /** Objects already seen to lead to new objects only, and how many more may be looked at: shared graphs cost once. */
  readonly sound: Set<number>;
  readonly budget: { visits: number };
}

/** The answer of one rule about one changed object: what was done, or why it is not allowed. */
export type RuleAnswer = { readonly acts: readonly RevisionAct[] } | { readonly fault: string };

export function done(...acts: RevisionAct[]): RuleAnswer {
  return { acts };
}

export function fault(text: string): RuleAnswer {
  return { fault: text };
}

/** A reference to an object that this revision brought along. */
export function isAdded(change: RevisionChange, value: PdfValue | undefined): boolean {
  return value?.type === 'reference' && change.added.has(value.number);
}

export function keysBeyond(dict: PdfDict, allowed: ReadonlySet<string>): string[] {
  return [...dict.entries.keys()].filter((key) => !allowed.has(key));
}

/** The object numbers that a list names; what is no reference is left out. */
export function numbersIn(items: readonly PdfValue[]): Set<number> {
  return new Set(items.flatMap((item) => (item.type === 'reference' ? [item.number] : [])));
}
