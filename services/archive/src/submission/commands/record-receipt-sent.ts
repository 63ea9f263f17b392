import { type Refusal, refuse } from '@sillok/kernel';
import type { ReceiptSent } from '@sillok/schemas/events/archive/receipt-sent';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { SubmissionState } from '../state.ts';

export interface RecordReceiptSent {
  readonly type: 'RecordReceiptSent';
  readonly kind: TransferReceiptKind;
}

export function recordReceiptSent(
  { kind }: RecordReceiptSent,
  state: SubmissionState,
): readonly ReceiptSent[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'transferId');
  if (state.sent.includes(kind)) return [];
  return [{ type: 'archive.ReceiptSent.v1', data: { transferId: state.arrived.transferId, kind } }];
}
