import type { Folded } from '@sillok/decider';
import type { TransferStatus } from '@sillok/schemas/api/records/transfer';
import type { SelfInspectionFailed } from '@sillok/schemas/events/records/self-inspection-failed';
import type { SubmissionBuilt } from '@sillok/schemas/events/records/submission-built';
import type { SubmissionRefused } from '@sillok/schemas/events/records/submission-refused';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import type { TransferReceiptTaken } from '@sillok/schemas/events/records/transfer-receipt-taken';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { TransferEvent } from './transfer-event.ts';

export type TransferState = { readonly status: 'none' } | TransferInHand;
export type TakenReceipt = TransferReceiptTaken['data'];

export interface TransferInHand {
  readonly status: 'prepared' | 'self-inspection-failed' | 'built' | 'refused';
  readonly prepared: TransferPrepared['data'];
  readonly failed: SelfInspectionFailed['data'] | undefined;
  readonly built: SubmissionBuilt['data'] | undefined;
  readonly delivered: boolean;
  /** Why the archives did not take it in. */
  readonly refused: SubmissionRefused['data'] | undefined;
  /** By kind: a set, so that it is the same in whatever order they came. */
  readonly receipts: Readonly<Partial<Record<TransferReceiptKind, TakenReceipt>>>;
}

export const initialState: TransferState = { status: 'none' };

export function evolve(state: TransferState, event: Folded<TransferEvent>): TransferState {
  if (event.type === 'records.TransferPrepared.v1')
    return {
      status: 'prepared',
      prepared: event.data,
      failed: undefined,
      built: undefined,
      delivered: false,
      refused: undefined,
      receipts: {},
    };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'records.SelfInspectionFailed.v1':
      return { ...state, status: 'self-inspection-failed', failed: event.data };
    case 'records.SubmissionBuilt.v1':
      return { ...state, status: 'built', built: event.data };
    case 'records.SubmissionDelivered.v1':
      return { ...state, delivered: true };
    case 'records.SubmissionRefused.v1':
      return { ...state, status: 'refused', refused: event.data };
    case 'records.TransferReceiptTaken.v1':
      return { ...state, receipts: { ...state.receipts, [event.data.kind]: event.data } };
  }
}

/** What the archives made of it; undefined as long as they have not said. */
export function finalReceipt({ receipts }: TransferInHand): TakenReceipt | undefined {
  return receipts.accepted ?? receipts.returned;
}

/** How far it has come, whatever the order in which one learned of it. */
export function furthestStatus(state: TransferInHand): TransferStatus {
  const last = finalReceipt(state);
  if (last !== undefined) return last.kind === 'accepted' && last.returned.length > 0 ? 'partly-accepted' : last.kind;
  if (state.receipts.arrived !== undefined) return 'arrived';
  return state.delivered ? 'delivered' : state.status;
}

/** Nothing more will come of it; what was not accepted may be sent again. */
export function isOver(state: TransferInHand): boolean {
  return ['self-inspection-failed', 'refused'].includes(state.status) || finalReceipt(state) !== undefined;
}
