import { type Refusal, refuse } from '@sillok/kernel';
import type { HistoryReopened } from '@sillok/schemas/events/records/history-reopened';
import type { RecordState } from '../state.ts';

export interface ReopenHistory {
  readonly type: 'ReopenHistory';
  readonly reopened: HistoryReopened['data'];
}

/** Satisfied where it was never closed for that transfer, is open again, or went with a later one. */
export function reopenHistory({ reopened }: ReopenHistory, state: RecordState): readonly HistoryReopened[] | Refusal {
  if (state.closedFor !== reopened.transferId) return [];
  if (state.passed !== undefined) return refuse('custody-elsewhere', 'documentId');
  return [{ type: 'records.HistoryReopened.v1', data: reopened }];
}
