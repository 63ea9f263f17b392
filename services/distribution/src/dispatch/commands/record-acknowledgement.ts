import { type Refusal, refuse } from '@sillok/kernel';
import type { DispatchAnomalyFound } from '@sillok/schemas/events/distribution/dispatch-anomaly-found';
import type { Acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import type { AcknowledgedEvent } from '../dispatch-event.ts';
import type { DispatchInHand, DispatchState } from '../state.ts';

export interface RecordAcknowledgement {
  readonly type: 'RecordAcknowledgement';
  /** Its signature holds, and it is by the seal of whom it names. */
  readonly acknowledgement: Acknowledgement;
  readonly acknowledgementAddress: string;
  readonly acknowledgementDigest: string;
}

/**
 * What comes late, early or twice changes nothing that matters: each kind counts once, and what is known is a set. A
 * failure of what was accepted, or the other way round, is nobody's order but somebody's mistake.
 */
export function recordAcknowledgement(
  command: RecordAcknowledgement,
  state: DispatchState,
): readonly (AcknowledgedEvent | DispatchAnomalyFound)[] | Refusal {
  const { kind, answers, from } = command.acknowledgement;
  if (state.status === 'none' || state.dispatched?.messageDigest !== answers) {
    return refuse('acknowledgement-unknown', 'answers');
  }
  if (state.prepared.recipientId !== from) return refuse('acknowledgement-unknown', 'from');
  if (state.acknowledgements[kind] !== undefined) return [];
  const known = new Set([...Object.keys(state.acknowledgements), kind]);
  const isAnomaly = !state.anomaly && known.has('fail') && known.has('accept');
  return [eventOf(command, state), ...(isAnomaly ? [anomaly(state)] : [])];
}

function eventOf(command: RecordAcknowledgement, { prepared }: DispatchInHand): AcknowledgedEvent {
  const { acknowledgement, acknowledgementAddress, acknowledgementDigest } = command;
  const { kind, previous, at, receiptNumber = '–', reason = '-' } = acknowledgement;
  const { dispatchId, documentId, recipientId } = prepared;
  const data = { dispatchId, documentId, recipientId, acknowledgementAddress, acknowledgementDigest, previous, at };
  switch (kind) {
    case 'arrive':
      return { type: 'distribution.DispatchArrived.v1', data };
    case 'receive':
      return { type: 'distribution.DispatchReceived.v1', data };
    case 'accept':
      return { type: 'distribution.DispatchAccepted.v1', data: { ...data, receiptNumber } };
    case 'fail':
      return { type: 'distribution.DispatchFailed.v1', data: { ...data, reason } };
    case 'return':
      return { type: 'distribution.DispatchReturned.v1', data: { ...data, reason } };
  }
}

function anomaly({ prepared: { dispatchId, documentId } }: DispatchInHand): DispatchAnomalyFound {
  return { type: 'distribution.DispatchAnomalyFound.v1', data: { dispatchId, documentId } };
}
