import type { Folded } from '@sillok/decider';
import type { SubmissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import type { SubmissionDecided } from '@sillok/schemas/events/archive/submission-decided';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { SubmissionEvent } from './submission-event.ts';

export type SubmissionState = { readonly status: 'none' } | SubmissionInHand;

export interface SubmissionInHand {
  readonly status: 'arrived' | 'inspected' | 'decided' | 'accepted' | 'returned';
  readonly arrived: SubmissionArrived['data'];
  readonly inspected: SubmissionInspected['data'] | undefined;
  readonly decided: SubmissionDecided['data'] | undefined;
  /** What was signed so far, in order. */
  readonly issued: readonly { readonly kind: TransferReceiptKind; readonly digest: string; readonly address: string }[];
  readonly sent: readonly TransferReceiptKind[];
}

export const initialState: SubmissionState = { status: 'none' };

export function evolve(state: SubmissionState, event: Folded<SubmissionEvent>): SubmissionState {
  if (event.type === 'archive.SubmissionArrived.v1') {
    const { data: arrived } = event;
    return { status: 'arrived', arrived, inspected: undefined, decided: undefined, issued: [], sent: [] };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'archive.SubmissionInspected.v1':
      return { ...state, status: 'inspected', inspected: event.data };
    case 'archive.SubmissionDecided.v1':
      return { ...state, status: 'decided', decided: event.data };
    case 'archive.SubmissionAccepted.v1':
      return { ...state, status: 'accepted' };
    case 'archive.SubmissionReturned.v1':
      return { ...state, status: 'returned' };
    case 'archive.ReceiptIssued.v1': {
      const { kind, receiptDigest: digest, receiptAddress: address } = event.data;
      return { ...state, issued: [...state.issued, { kind, digest, address }] };
    }
    case 'archive.ReceiptSent.v1':
      return { ...state, sent: [...state.sent, event.data.kind] };
  }
}
