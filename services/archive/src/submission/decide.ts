import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type Arrive, arrive } from './commands/arrive.ts';
import { type Confirm, confirm } from './commands/confirm.ts';
import { type DecideItems, decideItems } from './commands/decide-items.ts';
import { type IssueReceipt, issueReceipt } from './commands/issue-receipt.ts';
import { type RecordInspection, recordInspection } from './commands/record-inspection.ts';
import { type RecordReceiptSent, recordReceiptSent } from './commands/record-receipt-sent.ts';
import { evolve, initialState, type SubmissionState } from './state.ts';
import type { SubmissionEvent } from './submission-event.ts';

export type SubmissionCommand = Arrive | RecordInspection | DecideItems | Confirm | IssueReceipt | RecordReceiptSent;

export function decide(command: SubmissionCommand, state: SubmissionState): readonly SubmissionEvent[] | Refusal {
  switch (command.type) {
    case 'Arrive':
      return arrive(command, state);
    case 'RecordInspection':
      return recordInspection(command, state);
    case 'DecideItems':
      return decideItems(command, state);
    case 'Confirm':
      return confirm(command, state);
    case 'IssueReceipt':
      return issueReceipt(command, state);
    case 'RecordReceiptSent':
      return recordReceiptSent(command, state);
  }
}

export const submissionDecider = { initialState, decide, evolve } satisfies Decider<
  SubmissionCommand,
  SubmissionEvent,
  SubmissionState
>;

/** Named as the sender names the transfer, so that the same submission again meets the same stream. */
export function submissionStream(transferId: string): string {
  return `submission-${transferId}`;
}
