import type { Decider, Folded } from '@sillok/decider';
import { type Refusal, refuse } from '@sillok/kernel';
import type { RecordSealed } from '@sillok/schemas/events/records/record-sealed';

export interface RecordState {
  readonly sealed: RecordSealed['data'] | undefined;
}

export interface SealRecord {
  readonly type: 'SealRecord';
  readonly sealed: RecordSealed['data'];
  readonly recordCopyDigest: string;
}

/** There is one record copy; a second one would be another document. */
export function decide(command: SealRecord, state: RecordState): readonly RecordSealed[] | Refusal {
  if (state.sealed !== undefined) return refuse('already-exists', 'documentId');
  const { sealed, recordCopyDigest } = command;
  return [{ type: 'records.RecordSealed.v1', data: sealed, sealed: { recordCopyDigest } }];
}

export function evolve(_state: RecordState, event: Folded<RecordSealed>): RecordState {
  return { sealed: event.data };
}

export const recordDecider = { initialState: { sealed: undefined }, decide, evolve } satisfies Decider<
  SealRecord,
  RecordSealed,
  RecordState
>;

export function recordStream(documentId: string): string {
  return `record-${documentId}`;
}
