import { canonicalBytes, type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionDecided } from '@sillok/schemas/events/archive/submission-decided';
import type { SubmissionInHand, SubmissionState } from '../state.ts';

export interface DecidedItem {
  readonly documentId: string;
  readonly outcome: 'accepted' | 'returned';
  readonly codes: readonly string[];
  readonly hasReason: boolean;
}

export interface DecideItems {
  readonly type: 'DecideItems';
  readonly decidedBy: string;
  readonly decisionAddress: string;
  readonly items: readonly DecidedItem[];
}

/** In bytes; the sender's event about our receipt names the same codes. */
const most = 60_000;

/** One answer for each item, exactly once; until another person confirms it, it may be decided anew. */
export function decideItems(command: DecideItems, state: SubmissionState): readonly SubmissionDecided[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'transferId');
  if (state.status !== 'inspected' && state.status !== 'decided') return refuse('submission-not-ready', 'transferId');
  const refusal = wrongAnswer(command.items, state);
  if (refusal !== undefined) return refusal;
  const { decidedBy, decisionAddress } = command;
  const items = command.items.map(({ documentId, outcome, codes }) => ({ documentId, outcome, codes: [...codes] }));
  const data = { transferId: state.arrived.transferId, decidedBy, decisionAddress, items };
  if (canonicalBytes(data).length > most) return refuse('input-too-large', 'items', { limit: most });
  return [{ type: 'archive.SubmissionDecided.v1', data }];
}

function wrongAnswer(items: readonly DecidedItem[], state: SubmissionInHand): Refusal | undefined {
  const offered = new Set(state.arrived.items);
  const answered = new Set(items.map(({ documentId }) => documentId));
  const unknown = [...answered].filter((one) => !offered.has(one));
  const unanswered = [...offered].filter((one) => !answered.has(one));
  if (unknown.length > 0 || unanswered.length > 0 || answered.size !== items.length)
    return refuse('submission-item-unknown', 'items', { documents: [...unknown, ...unanswered].join(' ') });
  const blocked = new Set(state.inspected?.items.flatMap((one) => (one.blocking ? [one.documentId] : [])));
  const barred = items.filter(({ documentId, outcome }) => outcome === 'accepted' && blocked.has(documentId));
  if (barred.length > 0) return refuse('submission-item-blocked', 'items', { documents: named(barred) });
  const groundless = items.filter((one) => one.outcome === 'returned' && one.codes.length === 0 && !one.hasReason);
  return groundless.length > 0 ? refuse('reason-required', 'items', { documents: named(groundless) }) : undefined;
}

function named(items: readonly DecidedItem[]): string {
  return items.map(({ documentId }) => documentId).join(' ');
}
