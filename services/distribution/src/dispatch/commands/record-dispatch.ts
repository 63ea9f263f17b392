import { type Refusal, refuse } from '@sillok/kernel';
import type { DocumentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import type { DispatchState } from '../state.ts';

export interface RecordDispatch {
  readonly type: 'RecordDispatch';
  readonly dispatched: DocumentDispatched['data'];
}

/** Copy and message are made once; a second making would be another message. */
export function recordDispatch(
  { dispatched }: RecordDispatch,
  state: DispatchState,
): readonly DocumentDispatched[] | Refusal {
  if (state.status === 'dispatched') return [];
  if (state.status !== 'sealing') return refuse('dispatch-not-ready', 'dispatchId');
  return [{ type: 'distribution.DocumentDispatched.v1', data: dispatched }];
}
