import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type Arrive, arrive } from './commands/arrive.ts';
import { type DistributeToUnit, distributeToUnit } from './commands/distribute-to-unit.ts';
import { type IssueAcknowledgement, issueAcknowledgement } from './commands/issue-acknowledgement.ts';
import { type ReceiveDocument, receiveDocument } from './commands/receive-document.ts';
import { type RecordSending, recordSending } from './commands/record-sending.ts';
import { type RejectArrival, rejectArrival } from './commands/reject-arrival.ts';
import { type RequestRedistribution, requestRedistribution } from './commands/request-redistribution.ts';
import { type ReturnToSender, returnToSender } from './commands/return-to-sender.ts';
import type { IncomingEvent } from './incoming-event.ts';
import { evolve, type IncomingState, initialState } from './state.ts';

export type IncomingCommand =
  | Arrive
  | RejectArrival
  | DistributeToUnit
  | RequestRedistribution
  | ReceiveDocument
  | ReturnToSender
  | IssueAcknowledgement
  | RecordSending;

export function decide(command: IncomingCommand, state: IncomingState): readonly IncomingEvent[] | Refusal {
  switch (command.type) {
    case 'Arrive':
      return arrive(command, state);
    case 'RejectArrival':
      return rejectArrival(command, state);
    case 'DistributeToUnit':
      return distributeToUnit(command, state);
    case 'RequestRedistribution':
      return requestRedistribution(command, state);
    case 'ReceiveDocument':
      return receiveDocument(command, state);
    case 'ReturnToSender':
      return returnToSender(command, state);
    case 'IssueAcknowledgement':
      return issueAcknowledgement(command, state);
    case 'RecordSending':
      return recordSending(command, state);
  }
}

export const incomingDecider = { initialState, decide, evolve } satisfies Decider<
  IncomingCommand,
  IncomingEvent,
  IncomingState
>;

/** Named after what the sender called it, so that the same message again meets the same stream. */
export function incomingStream({ senderId, dispatchId }: { senderId: string; dispatchId: string }): string {
  return `incoming-${senderId}_${dispatchId}`;
}
