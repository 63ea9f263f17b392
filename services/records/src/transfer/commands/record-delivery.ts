import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionDelivered } from '@sillok/schemas/events/records/submission-delivered';
import type { TransferState } from '../state.ts';

export interface RecordDelivery {
  readonly type: 'RecordDelivery';
}

export function recordDelivery(
  _command: RecordDelivery,
  state: TransferState,
): readonly SubmissionDelivered[] | Refusal {
  if (state.status !== 'built') return refuse('transfer-unknown', 'transferId');
  if (state.delivered) return [];
  return [{ type: 'records.SubmissionDelivered.v1', data: { transferId: state.prepared.transferId } }];
}
