import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionDelivered } from '@sillok/schemas/events/records/submission-delivered';
import type { SubmissionRefused } from '@sillok/schemas/events/records/submission-refused';
import type { TransferState } from '../state.ts';
import { recordDelivery } from './record-delivery.ts';

export interface RefuseSubmission {
  readonly type: 'RefuseSubmission';
  /** What the archives answered. */
  readonly code: string;
}

/** Of what they signed for before they have it, whatever they answer when it comes again. */
export function refuseSubmission(
  { code }: RefuseSubmission,
  state: TransferState,
): readonly (SubmissionRefused | SubmissionDelivered)[] | Refusal {
  if (state.status === 'refused') return [];
  if (state.status !== 'built') return refuse('transfer-unknown', 'transferId');
  const isTheirs = Object.keys(state.receipts).length > 0;
  if (isTheirs || state.delivered) return recordDelivery({ type: 'RecordDelivery' }, state);
  return [{ type: 'records.SubmissionRefused.v1', data: { transferId: state.prepared.transferId, code } }];
}
