import { type Refusal, refuse } from '@sillok/kernel';
import type { RecordSealed } from '@sillok/schemas/events/records/record-sealed';
import type { RecordState } from '../state.ts';

export interface SealRecord {
  readonly type: 'SealRecord';
  readonly sealed: RecordSealed['data'];
  readonly recordCopyDigest: string;
}

/** There is one record copy; a second one would be another document. */
export function sealRecord(command: SealRecord, state: RecordState): readonly RecordSealed[] | Refusal {
  if (state.sealed !== undefined) return refuse('already-exists', 'documentId');
  const { sealed, recordCopyDigest } = command;
  return [{ type: 'records.RecordSealed.v1', data: sealed, sealed: { recordCopyDigest } }];
}
