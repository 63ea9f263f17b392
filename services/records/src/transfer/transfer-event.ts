import type { SelfInspectionFailed } from '@sillok/schemas/events/records/self-inspection-failed';
import type { SubmissionBuilt } from '@sillok/schemas/events/records/submission-built';
import type { SubmissionDelivered } from '@sillok/schemas/events/records/submission-delivered';
import type { SubmissionRefused } from '@sillok/schemas/events/records/submission-refused';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import type { TransferReceiptTaken } from '@sillok/schemas/events/records/transfer-receipt-taken';

/** What happens to one transfer of a folder to the archives, on the side of the sender. */
export type TransferEvent =
  | TransferPrepared
  | SubmissionBuilt
  | SelfInspectionFailed
  | SubmissionDelivered
  | SubmissionRefused
  | TransferReceiptTaken;
