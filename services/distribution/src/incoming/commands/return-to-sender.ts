import { type Refusal, refuse } from '@sillok/kernel';
import type { ReturnedToSender } from '@sillok/schemas/events/distribution/returned-to-sender';
import type { IncomingState } from '../state.ts';

export interface ReturnToSender {
  readonly type: 'ReturnToSender';
  readonly personId: string;
  readonly ground: string;
  /** The formal defects of the pack of the day. */
  readonly grounds: readonly string[];
}

/** Before the receipt, and for the form alone: nobody sends back what they do not like to read. */
export function returnToSender(
  { personId, ground, grounds }: ReturnToSender,
  state: IncomingState,
): readonly ReturnedToSender[] | Refusal {
  if (state.status !== 'in-registry' && state.status !== 'in-unit') return refuse('receipt-not-open', 'documentId');
  if (!grounds.includes(ground)) return refuse('return-ground-not-allowed', 'ground');
  const { documentId, senderId, dispatchId } = state.arrived;
  return [{ type: 'distribution.ReturnedToSender.v1', data: { documentId, senderId, dispatchId, personId, ground } }];
}
