import { type Refusal, refuse } from '@sillok/kernel';
import type { DispatchPrepared } from '@sillok/schemas/events/distribution/dispatch-prepared';
import type { DispatchState } from '../state.ts';

export interface PrepareDispatch {
  readonly type: 'PrepareDispatch';
  readonly dispatch: DispatchPrepared['data'];
  /** What records and approval say of the document. */
  readonly record: { readonly sealed: boolean; readonly outgoing: boolean };
  /** Whether the document names this institution and the address book knows it. */
  readonly isAddressee: boolean;
}

/** Only what is established, registered and sealed, and of a form that leaves the institution (ADR 3③). */
export function prepareDispatch(command: PrepareDispatch, state: DispatchState): readonly DispatchPrepared[] | Refusal {
  if (!command.record.outgoing) return refuse('form-not-dispatched', 'documentId');
  if (!command.record.sealed) return refuse('dispatch-not-ready', 'documentId');
  if (!command.isAddressee) return refuse('recipient-unknown', 'recipientId');
  if (state.status !== 'none' && state.status !== 'review-rejected') return refuse('already-exists', 'recipientId');
  return [{ type: 'distribution.DispatchPrepared.v1', data: command.dispatch }];
}
