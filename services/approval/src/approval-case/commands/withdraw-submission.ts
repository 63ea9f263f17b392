import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { CaseState } from '../state.ts';

export interface WithdrawSubmission {
  readonly type: 'WithdrawSubmission';
  readonly documentId: string;
  readonly personId: string;
}

/** 회수: the drafter's, as long as nobody after the drafter has acted; to change the text is to act as well. */
export function withdrawSubmission(command: WithdrawSubmission, state: CaseState): readonly ApprovalEvent[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.opened.drafterId !== command.personId) return refuse('not-the-drafter', 'person');
  if (state.status === 'established') return refuse('already-established', 'documentId');
  if (state.version > 1 || state.acts.some((act) => act.step > 1)) return refuse('withdrawal-too-late', 'documentId');
  if (state.status !== 'in-review' && state.status !== 'freezing')
    return refuse('case-not-open', 'documentId', { status: state.status });
  const { documentId, personId } = command;
  return [{ type: 'approval.SubmissionWithdrawn.v1', data: { documentId, version: state.version, personId } }];
}
