import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type ReviewDisclosure, reviewDisclosure } from './commands/review-disclosure.ts';
import { type SealRecord, sealRecord } from './commands/seal-record.ts';
import { evolve, initialState, type RecordEvent, type RecordState } from './state.ts';

export function decide(command: SealRecord | ReviewDisclosure, state: RecordState): readonly RecordEvent[] | Refusal {
  return command.type === 'SealRecord' ? sealRecord(command, state) : reviewDisclosure(command, state);
}

export const recordDecider = { initialState, decide, evolve } satisfies Decider<
  SealRecord | ReviewDisclosure,
  RecordEvent,
  RecordState
>;

export function recordStream(documentId: string): string {
  return `record-${documentId}`;
}
