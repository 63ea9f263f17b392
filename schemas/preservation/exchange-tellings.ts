import type { DistributionEvent } from '../events/distribution/all.ts';
import { failed, type NotTold, notTold, type Telling, told } from './telling.ts';

/** Events while a document goes to others, or comes from them. */
export const exchangeTellings = {
  'distribution.DispatchPrepared.v1': notTold('nothing has left yet'),
  'distribution.DispatchReviewPassed.v1': told('validation', 'Form, recipient and disclosure were found right'),
  'distribution.DispatchReviewRejected.v1': failed('validation', 'The dispatch was sent back in review'),
  'distribution.SealAffixed.v1': told('policy assignment', 'The dispatch copy is to show the seal', 'sealVersion'),
  'distribution.SealOmitted.v1': told(
    'policy assignment',
    'The dispatch copy lawfully shows no seal; the institution seals the file all the same',
    'sealVersion',
  ),
  'distribution.DispatchSequenced.v1': notTold('a number of the transport'),
  'distribution.DocumentDispatched.v1': told(
    'transfer',
    'The dispatch copy was sealed, and the signed message with it was sent',
    'recipientId',
    'sequence',
  ),
  'distribution.DispatchDelivered.v1': notTold('what the other institution answered is told by its acknowledgements'),
  'distribution.DispatchArrived.v1': told('transfer', 'The recipient acknowledged that it arrived', 'recipientId'),
  'distribution.DispatchReceived.v1': told('transfer', 'The recipient acknowledged that it was read', 'recipientId'),
  'distribution.DispatchAccepted.v1': told(
    'transfer',
    'The recipient acknowledged that it was registered',
    'recipientId',
  ),
  'distribution.DispatchReturned.v1': failed('transfer', 'The recipient sent it back', 'recipientId'),
  'distribution.DispatchFailed.v1': failed('transfer', 'The recipient refused it', 'recipientId'),
  'distribution.DispatchAnomalyFound.v1': failed('transfer', 'The recipient said both yes and no'),
  'distribution.ArrivalRejected.v1': notTold('nothing of a message that was refused comes into the house'),
  'distribution.DocumentArrived.v1': told('ingestion', 'The document arrived', 'senderId', 'senderNumber'),
  'distribution.AcknowledgementIssued.v1': told(
    'digital signature generation',
    'An acknowledgement was sealed',
    'kind',
  ),
  'distribution.AcknowledgementSent.v1': told('transfer', 'The sender has the acknowledgement', 'kind'),
  'distribution.DistributedToUnit.v1': told('metadata modification', 'It was given to a unit', 'unitId'),
  'distribution.RedistributionRequested.v1': notTold('the giving to another unit is told'),
  'distribution.DocumentReceived.v1': told('accession', 'The unit received it', 'unitId'),
  'distribution.ReturnedToSender.v1': told('transfer', 'It was sent back for a formal defect'),
  'distribution.CirculationStarted.v1': told('dissemination', 'It was given to colleagues to read'),
  'distribution.CirculationRead.v1': told('dissemination', 'A colleague opened it'),
  'distribution.PaperScanned.v1': told('creation', 'A letter on paper was scanned', 'arrivedOn', 'pages'),
  'distribution.PaperSealed.v1': told('digital signature generation', 'Scan and digitisation statement were sealed'),
  'distribution.PaperDistributed.v1': told('metadata modification', 'It was given to a unit', 'unitId'),
  'distribution.PaperReceived.v1': told('accession', 'The unit received it', 'unitId'),
  'distribution.OutageRecorded.v1': notTold('it is about a system, not about a record'),
} as const satisfies Record<DistributionEvent['type'], Telling | NotTold>;
