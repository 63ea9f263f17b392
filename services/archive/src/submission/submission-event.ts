import type { ReceiptIssued } from '@sillok/schemas/events/archive/receipt-issued';
import type { ReceiptSent } from '@sillok/schemas/events/archive/receipt-sent';
import type { SubmissionAccepted } from '@sillok/schemas/events/archive/submission-accepted';
import type { SubmissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import type { SubmissionDecided } from '@sillok/schemas/events/archive/submission-decided';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import type { SubmissionReturned } from '@sillok/schemas/events/archive/submission-returned';

/** Everything that can happen in the stream of one submission. */
export type SubmissionEvent =
  | SubmissionArrived
  | SubmissionInspected
  | SubmissionDecided
  | SubmissionAccepted
  | SubmissionReturned
  | ReceiptIssued
  | ReceiptSent;
