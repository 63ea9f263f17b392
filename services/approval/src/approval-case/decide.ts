import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import { type ActOnStep, actOnStep } from './commands/act-on-step.ts';
import { type ModifyInReview, modifyInReview } from './commands/modify-in-review.ts';
import { type OpenCase, openCase } from './commands/open-case.ts';
import { type RecordPaper, recordPaper } from './commands/record-paper.ts';
import { type RefusePaper, refusePaper } from './commands/refuse-paper.ts';
import { type WithdrawSubmission, withdrawSubmission } from './commands/withdraw-submission.ts';
import { type CaseState, evolve, initialState } from './state.ts';

export type CaseCommand = OpenCase | RecordPaper | RefusePaper | ActOnStep | ModifyInReview | WithdrawSubmission;

export function decide(command: CaseCommand, state: CaseState): readonly ApprovalEvent[] | Refusal {
  switch (command.type) {
    case 'OpenCase':
      return openCase(command, state);
    case 'RecordPaper':
      return recordPaper(command, state);
    case 'RefusePaper':
      return refusePaper(command, state);
    case 'ActOnStep':
      return actOnStep(command, state);
    case 'ModifyInReview':
      return modifyInReview(command, state);
    case 'WithdrawSubmission':
      return withdrawSubmission(command, state);
  }
}

export const approvalCaseDecider = { initialState, decide, evolve } satisfies Decider<
  CaseCommand,
  ApprovalEvent,
  CaseState
>;

export function approvalCaseStream(documentId: string): string {
  return `approval_case-${documentId}`;
}
