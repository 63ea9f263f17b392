import { type Refusal, refuse } from '@sillok/kernel';
import type { DispatchDelivered } from '@sillok/schemas/events/distribution/dispatch-delivered';
import type { DispatchState } from '../state.ts';

export interface RecordDelivery {
  readonly type: 'RecordDelivery';
}

export function recordDelivery(_command: RecordDelivery, state: DispatchState): readonly DispatchDelivered[] | Refusal {
  if (state.status !== 'dispatched') return refuse('dispatch-not-ready', 'dispatchId');
  if (state.delivered) return [];
  const { dispatchId, documentId, recipientId } = state.prepared;
  return [{ type: 'distribution.DispatchDelivered.v1', data: { dispatchId, documentId, recipientId } }];
}
