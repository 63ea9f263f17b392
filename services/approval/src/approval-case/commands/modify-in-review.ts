import type { ActingPerson } from '@sillok/authority';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { CaseState } from '../state.ts';
import { underReview } from '../under-review.ts';

export interface ModifyInReview {
  readonly type: 'ModifyInReview';
  readonly documentId: string;
  /** What the directory says about the person now. */
  readonly acting: ActingPerson | Refusal;
  readonly textAddress: string;
  readonly title: string;
  readonly changed: boolean;
}

/** Reviewer and approver may change the text (ADM 9③); a concurring officer never (9④), nobody once established. */
export function modifyInReview(command: ModifyInReview, state: CaseState): readonly ApprovalEvent[] | Refusal {
  const review = underReview(state);
  if (isRefusal(review)) return review;
  if (isRefusal(command.acting)) return command.acting;
  const { open, step } = review;
  if (step.role !== 'reviewer' && step.role !== 'approver')
    return refuse('step-not-allowed-to-edit', 'step', { role: step.role });
  if (!command.changed) return refuse('nothing-changed', 'content');
  const { documentId, textAddress, title } = command;
  const data = {
    documentId,
    version: open.version + 1,
    step: step.step,
    personId: command.acting.personId,
    textAddress,
  };
  return [{ type: 'approval.DocumentModifiedInReview.v1', data, sealed: { title } }];
}
