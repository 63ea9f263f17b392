import type { DispatchAccepted } from '@sillok/schemas/events/distribution/dispatch-accepted';
import type { DispatchAnomalyFound } from '@sillok/schemas/events/distribution/dispatch-anomaly-found';
import type { DispatchArrived } from '@sillok/schemas/events/distribution/dispatch-arrived';
import type { DispatchDelivered } from '@sillok/schemas/events/distribution/dispatch-delivered';
import type { DispatchFailed } from '@sillok/schemas/events/distribution/dispatch-failed';
import type { DispatchPrepared } from '@sillok/schemas/events/distribution/dispatch-prepared';
import type { DispatchReceived } from '@sillok/schemas/events/distribution/dispatch-received';
import type { DispatchReturned } from '@sillok/schemas/events/distribution/dispatch-returned';
import type { DispatchReviewPassed } from '@sillok/schemas/events/distribution/dispatch-review-passed';
import type { DispatchReviewRejected } from '@sillok/schemas/events/distribution/dispatch-review-rejected';
import type { DocumentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import type { SealAffixed } from '@sillok/schemas/events/distribution/seal-affixed';
import type { SealOmitted } from '@sillok/schemas/events/distribution/seal-omitted';

/** What the receiver says of a dispatch. */
export type AcknowledgedEvent =
  | DispatchArrived
  | DispatchReceived
  | DispatchAccepted
  | DispatchFailed
  | DispatchReturned;

/** Everything that can happen in the stream of one dispatch. */
export type DispatchEvent =
  | DispatchPrepared
  | DispatchReviewPassed
  | DispatchReviewRejected
  | SealAffixed
  | SealOmitted
  | DocumentDispatched
  | DispatchDelivered
  | DispatchAnomalyFound
  | AcknowledgedEvent;
