import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionBuilt } from '@sillok/schemas/events/records/submission-built';
import type { TransferState } from '../state.ts';

export interface RecordSubmission {
  readonly type: 'RecordSubmission';
  readonly built: SubmissionBuilt['data'];
}

/** A transfer has one package: another one would be another transfer. */
export function recordSubmission(
  { built }: RecordSubmission,
  state: TransferState,
): readonly SubmissionBuilt[] | Refusal {
  if (state.status === 'none') return refuse('transfer-unknown', 'transferId');
  if (state.built?.answers === built.answers) return [];
  if (state.status !== 'prepared') return refuse('already-exists', 'transferId');
  return [{ type: 'records.SubmissionBuilt.v1', data: built }];
}
