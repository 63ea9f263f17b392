import { failed, type Question } from '@sillok/kernel';
import type { Checkpoint } from '@sillok/ledger';
import { closedQuestions, missingRevisions } from '../history/closed-streams.ts';
import { type Deviation, type HistoryEvent, noDeviation } from '../history/history-event.ts';
import { openedQuestions } from '../history/opened-questions.ts';
import { proofQuestions } from '../history/proof-questions.ts';
import { readHistory } from '../history/write-history.ts';
import type { Anchors } from './anchors.ts';

/** A history as it lies in a package. */
export interface HistoryFiles {
  /** `history.jsonl`, in the order of the log. */
  readonly history: Uint8Array;
  /** `opened.jsonl`; absent where nothing was opened. */
  readonly opened: Uint8Array | undefined;
  /** `proofs/<event id>.tlog-proof`, by the id. */
  readonly proofs: ReadonlyMap<string, Uint8Array>;
  /** The record whose history was closed for a transfer; absent for a folder's, which nothing closes. */
  readonly documentId?: string;
}

export interface HistoryVerdict {
  readonly questions: readonly Question[];
  /** The newest checkpoint that a proof leads to, whoever signed it. */
  readonly checkpoint?: Checkpoint;
  /** Those that could be read, in the order of the lines. */
  readonly events: readonly HistoryEvent[];
}

/**
 * A history that left its log: each event in the log by its own proof, each opened value the one that lies sealed in
 * its event, and nothing left out, added or reordered against what the closing event lists. What does not hold is named
 * by event and line, from 1.
 */
export function verifyHistory({ history, opened, proofs, documentId }: HistoryFiles, anchors: Anchors): HistoryVerdict {
  const lines = readHistory(history);
  if (lines === undefined || lines.length === 0) {
    const detail = lines === undefined ? 'the last line is cut' : 'there is no event';
    return { questions: [failed('lines', 'FORMAT_FAILURE', detail)], events: [] };
  }
  const read = lines.flatMap(({ line, envelope }, index) =>
    envelope === undefined ? [] : [{ place: index + 1, line, envelope }],
  );
  const { questions, checkpoint, indexes } = proofQuestions(read, proofs, anchors);
  const events = read.map((one) => placed(one, indexes.get(one.envelope.id)));
  const unread = lines.flatMap(({ envelope }, index) => (envelope === undefined ? [index + 1] : []));
  return {
    questions: [
      ...noDeviation(
        'lines',
        'FORMAT_FAILURE',
        unread.map((place) => ({ at: `line ${place}`, detail: 'it is no canonical envelope' })),
      ),
      ...noDeviation('of one log', 'SIG_CONSTRAINTS_FAILURE', strangers(events)),
      ...noDeviation('each event once', 'SIG_CONSTRAINTS_FAILURE', repeated(events)),
      ...noDeviation('nothing reordered', 'FORMAT_FAILURE', reordered(events)),
      ...questions,
      ...openedQuestions(events, opened),
      ...(documentId === undefined ? gapQuestions(events) : closedQuestions(events, documentId)),
    ],
    events,
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

function placed(event: HistoryEvent, index: number | undefined): HistoryEvent {
  return index === undefined ? event : { ...event, index };
}

function strangers(events: readonly HistoryEvent[]): readonly Deviation[] {
  const log = events[0]?.envelope.log;
  return events
    .filter(({ envelope }) => envelope.log !== log)
    .map((one) => deviation(one, `it is of the log ${one.envelope.log}, the first of ${log}`));
}

function repeated(events: readonly HistoryEvent[]): readonly Deviation[] {
  const seen = new Set<string>();
  return events.flatMap((one) => {
    const { id, stream, revision } = one.envelope;
    const keys = [id, `${stream}@${revision}`];
    const isNew = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew ? [] : [deviation(one, 'it stands there a second time')];
  });
}

function reordered(events: readonly HistoryEvent[]): readonly Deviation[] {
  const revisions = new Map<string, number>();
  let newest = -1;
  return events.flatMap((one) => {
    const { stream, revision } = one.envelope;
    const isLater = revision >= (revisions.get(stream) ?? 0) && (one.index === undefined || one.index >= newest);
    revisions.set(stream, Math.max(revision, revisions.get(stream) ?? 0));
    newest = Math.max(newest, one.index ?? newest);
    return isLater ? [] : [deviation(one, 'it happened before an event that stands above it')];
  });
}

/** Without a closing event nobody knows where a stream ends; it begins at 0 and has no gap. */
function gapQuestions(events: readonly HistoryEvent[]): readonly Question[] {
  const streams = Map.groupBy(events, ({ envelope }) => envelope.stream);
  const missing = [...streams].flatMap(([stream, here]) =>
    missingRevisions(stream, here, Math.max(...here.map(({ envelope }) => envelope.revision))),
  );
  return noDeviation('no gap', 'SIGNED_DATA_NOT_FOUND', missing);
}

function deviation({ place, envelope }: HistoryEvent, why: string): Deviation {
  return { at: `line ${place}`, detail: `event ${envelope.id}: ${why}` };
}
