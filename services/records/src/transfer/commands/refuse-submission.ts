import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionRefused } from '@sillok/schemas/events/records/submission-refused';
import type { TransferState } from '../state.ts';

export interface RefuseSubmission {
  readonly type: 'RefuseSubmission';
  /** What the archives answered. */
  readonly code: string;
}

/** Only what never was in their hands: whatever they signed or took before says more than a refusal after it. */
export function refuseSubmission(
  { code }: RefuseSubmission,
  state: TransferState,
): readonly SubmissionRefused[] | Refusal {
  if (state.status === 'refused') return [];
  if (state.status !== 'built') return refuse('transfer-unknown', 'transferId');
  if (state.delivered || Object.keys(state.receipts).length > 0) return refuse('already-exists', 'transferId');
  return [{ type: 'records.SubmissionRefused.v1', data: { transferId: state.prepared.transferId, code } }];
}
