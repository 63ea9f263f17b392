import type { AcknowledgementIssued } from '@sillok/schemas/events/distribution/acknowledgement-issued';
import type { AcknowledgementSent } from '@sillok/schemas/events/distribution/acknowledgement-sent';
import type { ArrivalRejected } from '@sillok/schemas/events/distribution/arrival-rejected';
import type { DistributedToUnit } from '@sillok/schemas/events/distribution/distributed-to-unit';
import type { DocumentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import type { DocumentReceived } from '@sillok/schemas/events/distribution/document-received';
import type { RedistributionRequested } from '@sillok/schemas/events/distribution/redistribution-requested';
import type { ReturnedToSender } from '@sillok/schemas/events/distribution/returned-to-sender';

/** Everything that can happen in the stream of one incoming document. */
export type IncomingEvent =
  | DocumentArrived
  | ArrivalRejected
  | DistributedToUnit
  | RedistributionRequested
  | DocumentReceived
  | ReturnedToSender
  | AcknowledgementIssued
  | AcknowledgementSent;
