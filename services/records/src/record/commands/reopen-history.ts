import { type Refusal, refuse } from '@sillok/kernel';
import type { HistoryReopened } from '@sillok/schemas/events/records/history-reopened';
import type { RecordState } from '../state.ts';

export interface ReopenHistory {
  readonly type: 'ReopenHistory';
  readonly reopened: HistoryReopened['data'];
}

/** Satisfied where it was never closed for that transfer, or is open again. */
export function reopenHistory({ reopened }: ReopenHistory, state: RecordState): readonly HistoryReopened[] | Refusal {
  if (state.passed !== undefined) return refuse('custody-elsewhere', 'documentId');
  if (state.closedFor !== reopened.transferId) return [];
  return [{ type: 'records.HistoryReopened.v1', data: reopened }];
}
