import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionAccepted } from '@sillok/schemas/events/archive/submission-accepted';
import type { SubmissionReturned } from '@sillok/schemas/events/archive/submission-returned';
import type { SubmissionState } from '../state.ts';

export interface Confirm {
  readonly type: 'Confirm';
  readonly confirmedBy: string;
  /** The address of the decision that they have seen. */
  readonly decision: string;
  readonly at: string;
}

/** Nobody takes records over alone; whoever decided does not confirm, and what was decided anew is looked at anew. */
export function confirm(
  { confirmedBy, decision, at }: Confirm,
  state: SubmissionState,
): readonly (SubmissionAccepted | SubmissionReturned)[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'transferId');
  if (state.status !== 'decided' || state.decided === undefined) return refuse('submission-not-ready', 'transferId');
  if (state.decided.decidedBy === confirmedBy) return refuse('not-permitted');
  if (state.decided.decisionAddress !== decision) return refuse('submission-decided-anew', 'decision');
  const { transferId, senderId } = state.arrived;
  const accepted = state.decided.items.flatMap((one) => (one.outcome === 'accepted' ? [one.documentId] : []));
  if (accepted.length === 0)
    return [{ type: 'archive.SubmissionReturned.v1', data: { transferId, senderId, confirmedBy, at } }];
  const data = { transferId, senderId, acceptedBy: confirmedBy, accepted, at };
  return [{ type: 'archive.SubmissionAccepted.v1', data }];
}
