import { failed, passed, type Question } from '@sillok/kernel';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

/** An event of a history that could be read. */
export interface HistoryEvent {
  /** The line at which it stands, from 1. */
  readonly place: number;
  /** The bytes of the leaf. */
  readonly line: Uint8Array;
  readonly envelope: Envelope;
  /** Its index in the log, as its proof says; absent without one. */
  readonly index?: number;
}

/** What does not hold, and where: `line 3`, `record-01 revision 4`. */
export interface Deviation {
  readonly at: string;
  readonly detail: string;
}

/** One question where nothing deviates, else one failed question for each place; no more than are read by anybody. */
export function noDeviation(question: string, reason: string, deviations: readonly Deviation[]): readonly Question[] {
  if (deviations.length === 0) return [passed(question)];
  return deviations.slice(0, mostNamed).map(({ at, detail }) => failed(`${question}: ${at}`, reason, detail));
}

const mostNamed = 50;
