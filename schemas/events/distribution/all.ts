import { type AcknowledgementIssued, acknowledgementIssued } from './acknowledgement-issued.ts';
import { type AcknowledgementSent, acknowledgementSent } from './acknowledgement-sent.ts';
import { type ArrivalRejected, arrivalRejected } from './arrival-rejected.ts';
import { type CirculationRead, circulationRead } from './circulation-read.ts';
import { type CirculationStarted, circulationStarted } from './circulation-started.ts';
import { type DispatchAccepted, dispatchAccepted } from './dispatch-accepted.ts';
import { type DispatchAnomalyFound, dispatchAnomalyFound } from './dispatch-anomaly-found.ts';
import { type DispatchArrived, dispatchArrived } from './dispatch-arrived.ts';
import { type DispatchDelivered, dispatchDelivered } from './dispatch-delivered.ts';
import { type DispatchFailed, dispatchFailed } from './dispatch-failed.ts';
import { type DispatchPrepared, dispatchPrepared } from './dispatch-prepared.ts';
import { type DispatchReceived, dispatchReceived } from './dispatch-received.ts';
import { type DispatchReturned, dispatchReturned } from './dispatch-returned.ts';
import { type DispatchReviewPassed, dispatchReviewPassed } from './dispatch-review-passed.ts';
import { type DispatchReviewRejected, dispatchReviewRejected } from './dispatch-review-rejected.ts';
import { type DispatchSequenced, dispatchSequenced } from './dispatch-sequenced.ts';
import { type DistributedToUnit, distributedToUnit } from './distributed-to-unit.ts';
import { type DocumentArrived, documentArrived } from './document-arrived.ts';
import { type DocumentDispatched, documentDispatched } from './document-dispatched.ts';
import { type DocumentReceived, documentReceived } from './document-received.ts';
import { type OutageRecorded, outageRecorded } from './outage-recorded.ts';
import { type PaperDistributed, paperDistributed } from './paper-distributed.ts';
import { type PaperReceived, paperReceived } from './paper-received.ts';
import { type PaperScanned, paperScanned } from './paper-scanned.ts';
import { type PaperSealed, paperSealed } from './paper-sealed.ts';
import { type RedistributionRequested, redistributionRequested } from './redistribution-requested.ts';
import { type ReturnedToSender, returnedToSender } from './returned-to-sender.ts';
import { type SealAffixed, sealAffixed } from './seal-affixed.ts';
import { type SealOmitted, sealOmitted } from './seal-omitted.ts';

/** Everything that can happen in `distribution`. */
export const distributionEvents = [
  acknowledgementIssued,
  acknowledgementSent,
  arrivalRejected,
  circulationRead,
  circulationStarted,
  dispatchAccepted,
  dispatchAnomalyFound,
  dispatchArrived,
  dispatchDelivered,
  dispatchFailed,
  dispatchPrepared,
  dispatchReceived,
  dispatchReturned,
  dispatchReviewPassed,
  dispatchReviewRejected,
  dispatchSequenced,
  distributedToUnit,
  documentArrived,
  documentDispatched,
  documentReceived,
  outageRecorded,
  paperDistributed,
  paperReceived,
  paperScanned,
  paperSealed,
  redistributionRequested,
  returnedToSender,
  sealAffixed,
  sealOmitted,
] as const;

export type DistributionEvent =
  | AcknowledgementIssued
  | AcknowledgementSent
  | ArrivalRejected
  | CirculationRead
  | CirculationStarted
  | DispatchAccepted
  | DispatchAnomalyFound
  | DispatchArrived
  | DispatchDelivered
  | DispatchFailed
  | DispatchPrepared
  | DispatchReceived
  | DispatchReturned
  | DispatchReviewPassed
  | DispatchReviewRejected
  | DispatchSequenced
  | DistributedToUnit
  | DocumentArrived
  | DocumentDispatched
  | DocumentReceived
  | OutageRecorded
  | PaperDistributed
  | PaperReceived
  | PaperScanned
  | PaperSealed
  | RedistributionRequested
  | ReturnedToSender
  | SealAffixed
  | SealOmitted;
