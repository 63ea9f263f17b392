import type { Folded } from '@sillok/decider';
import type { DocumentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { IncomingEvent } from './incoming-event.ts';

export type IncomingState = { readonly status: 'none' } | IncomingInHand;

export interface IncomingInHand {
  readonly status: 'in-registry' | 'in-unit' | 'received' | 'returned';
  readonly arrived: DocumentArrived['data'];
  readonly unitId: string | undefined;
  /** It was given to a unit at least once. */
  readonly wasDistributed: boolean;
  /** What was signed so far, in order. */
  readonly issued: readonly { readonly kind: AcknowledgementKind; readonly digest: string }[];
  readonly sent: readonly AcknowledgementKind[];
}

export const initialState: IncomingState = { status: 'none' };

export function evolve(state: IncomingState, event: Folded<IncomingEvent>): IncomingState {
  if (event.type === 'distribution.DocumentArrived.v1') {
    const { data: arrived } = event;
    return { status: 'in-registry', arrived, unitId: undefined, wasDistributed: false, issued: [], sent: [] };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'distribution.ArrivalRejected.v1':
      return state;
    case 'distribution.DistributedToUnit.v1':
      return { ...state, status: 'in-unit', unitId: event.data.unitId, wasDistributed: true };
    case 'distribution.RedistributionRequested.v1':
      return { ...state, status: 'in-registry', unitId: undefined };
    case 'distribution.DocumentReceived.v1':
      return { ...state, status: 'received' };
    case 'distribution.ReturnedToSender.v1':
      return { ...state, status: 'returned' };
    case 'distribution.AcknowledgementIssued.v1': {
      const { kind, acknowledgementDigest: digest } = event.data;
      return { ...state, issued: [...state.issued, { kind, digest }] };
    }
    case 'distribution.AcknowledgementSent.v1':
      return { ...state, sent: [...state.sent, event.data.kind] };
  }
}
