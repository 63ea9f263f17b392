import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type CloseHistory, closeHistory } from './commands/close-history.ts';
import { type PassToArchives, passToArchives } from './commands/pass-to-archives.ts';
import { type ReopenHistory, reopenHistory } from './commands/reopen-history.ts';
import { type ReviewDisclosure, reviewDisclosure } from './commands/review-disclosure.ts';
import { type SealRecord, sealRecord } from './commands/seal-record.ts';
import { evolve, initialState, type RecordEvent, type RecordState } from './state.ts';

export type RecordCommand = SealRecord | ReviewDisclosure | CloseHistory | ReopenHistory | PassToArchives;

export function decide(command: RecordCommand, state: RecordState): readonly RecordEvent[] | Refusal {
  switch (command.type) {
    case 'SealRecord':
      return sealRecord(command, state);
    case 'ReviewDisclosure':
      return reviewDisclosure(command, state);
    case 'CloseHistory':
      return closeHistory(command, state);
    case 'ReopenHistory':
      return reopenHistory(command, state);
    case 'PassToArchives':
      return passToArchives(command, state);
  }
}

export const recordDecider = { initialState, decide, evolve } satisfies Decider<
  RecordCommand,
  RecordEvent,
  RecordState
>;

export function recordStream(documentId: string): string {
  return `record-${documentId}`;
}
