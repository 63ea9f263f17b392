import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type FailSelfInspection, failSelfInspection } from './commands/fail-self-inspection.ts';
import { type PrepareTransfer, prepareTransfer } from './commands/prepare-transfer.ts';
import { type RecordDelivery, recordDelivery } from './commands/record-delivery.ts';
import { type RecordSubmission, recordSubmission } from './commands/record-submission.ts';
import { type RefuseSubmission, refuseSubmission } from './commands/refuse-submission.ts';
import { type TakeReceipt, takeReceipt } from './commands/take-receipt.ts';
import { evolve, initialState, type TransferState } from './state.ts';
import type { TransferEvent } from './transfer-event.ts';

export type TransferCommand =
  | PrepareTransfer
  | RecordSubmission
  | FailSelfInspection
  | RecordDelivery
  | RefuseSubmission
  | TakeReceipt;

export function decide(command: TransferCommand, state: TransferState): readonly TransferEvent[] | Refusal {
  switch (command.type) {
    case 'PrepareTransfer':
      return prepareTransfer(command, state);
    case 'RecordSubmission':
      return recordSubmission(command, state);
    case 'FailSelfInspection':
      return failSelfInspection(command, state);
    case 'RecordDelivery':
      return recordDelivery(command, state);
    case 'RefuseSubmission':
      return refuseSubmission(command, state);
    case 'TakeReceipt':
      return takeReceipt(command, state);
  }
}

export const transferDecider = { initialState, decide, evolve } satisfies Decider<
  TransferCommand,
  TransferEvent,
  TransferState
>;

export function transferStream(transferId: string): string {
  return `transfer-${transferId}`;
}
