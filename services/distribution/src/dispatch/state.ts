import type { Folded } from '@sillok/decider';
import type { DispatchPrepared } from '@sillok/schemas/events/distribution/dispatch-prepared';
import type { DocumentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { DispatchEvent } from './dispatch-event.ts';

export type DispatchState = { readonly status: 'none' } | DispatchInHand;

export interface DispatchInHand {
  readonly status: 'prepared' | 'review-rejected' | 'reviewed' | 'sealing' | 'dispatched';
  readonly prepared: DispatchPrepared['data'];
  readonly review: { readonly seal: 'affixed' | 'omitted'; readonly ground?: string | undefined } | undefined;
  readonly dispatched: DocumentDispatched['data'] | undefined;
  readonly delivered: boolean;
  /** Digest by kind: a set, so that it is the same in whatever order they came. */
  readonly acknowledgements: Readonly<Partial<Record<AcknowledgementKind, string>>>;
  readonly anomaly: boolean;
}

export const initialState: DispatchState = { status: 'none' };

export function evolve(state: DispatchState, event: Folded<DispatchEvent>): DispatchState {
  if (event.type === 'distribution.DispatchPrepared.v1') return prepare(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'distribution.DispatchReviewPassed.v1':
      return { ...state, status: 'reviewed', review: { seal: event.data.seal, ground: event.data.ground } };
    case 'distribution.DispatchReviewRejected.v1':
      return { ...state, status: 'review-rejected' };
    case 'distribution.SealAffixed.v1':
    case 'distribution.SealOmitted.v1':
      return { ...state, status: 'sealing' };
    case 'distribution.DocumentDispatched.v1':
      return { ...state, status: 'dispatched', dispatched: event.data };
    case 'distribution.DispatchDelivered.v1':
      return { ...state, delivered: true };
    case 'distribution.DispatchAnomalyFound.v1':
      return { ...state, anomaly: true };
    default: {
      const kind = kindOfEvent[event.type];
      const acknowledgements = { ...state.acknowledgements, [kind]: event.data.acknowledgementDigest };
      return { ...state, acknowledgements };
    }
  }
}

const kindOfEvent = {
  'distribution.DispatchArrived.v1': 'arrive',
  'distribution.DispatchReceived.v1': 'receive',
  'distribution.DispatchAccepted.v1': 'accept',
  'distribution.DispatchFailed.v1': 'fail',
  'distribution.DispatchReturned.v1': 'return',
} as const;

function prepare(prepared: DispatchPrepared['data']): DispatchInHand {
  return {
    status: 'prepared',
    prepared,
    review: undefined,
    dispatched: undefined,
    delivered: false,
    acknowledgements: {},
    anomaly: false,
  };
}

/** From the weakest to the strongest: what was acknowledged implies all before it, even where that got lost. */
const strongest = ['arrive', 'receive', 'fail', 'accept', 'return'] as const;
const statusOfKind = {
  arrive: 'arrived',
  receive: 'received',
  fail: 'failed',
  accept: 'accepted',
  return: 'returned',
} as const;

export type FurthestStatus = DispatchState['status'] | (typeof statusOfKind)[AcknowledgementKind];

/** How far the document has come, whatever the order in which one learned of it. */
export function furthestStatus(state: DispatchState): FurthestStatus {
  if (state.status === 'none') return 'none';
  const kind = strongest.findLast((one) => state.acknowledgements[one] !== undefined);
  return kind === undefined ? state.status : statusOfKind[kind];
}
