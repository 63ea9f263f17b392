import { type Refusal, refuse } from '@sillok/kernel';
import type { ReceiptIssued } from '@sillok/schemas/events/archive/receipt-issued';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { SubmissionState } from '../state.ts';

export interface IssueReceipt {
  readonly type: 'IssueReceipt';
  readonly kind: TransferReceiptKind;
  readonly receiptAddress: string;
  readonly receiptDigest: string;
  readonly previous: string | null;
}

/** Each kind once, chained to the one before, and only what has come to pass. */
export function issueReceipt(command: IssueReceipt, state: SubmissionState): readonly ReceiptIssued[] | Refusal {
  const { kind, receiptAddress, receiptDigest, previous } = command;
  if (state.status === 'none') return refuse('not-found', 'transferId');
  if (state.issued.some((one) => one.kind === kind)) return [];
  if (kind !== 'arrived' && state.status !== kind) return refuse('submission-not-ready', 'transferId');
  if ((state.issued.at(-1)?.digest ?? null) !== previous) return refuse('statement-outdated', 'previous');
  const { transferId, senderId } = state.arrived;
  const data = { transferId, senderId, kind, receiptAddress, receiptDigest, previous };
  return [{ type: 'archive.ReceiptIssued.v1', data }];
}
