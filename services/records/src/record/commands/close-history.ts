import { type Refusal, refuse } from '@sillok/kernel';
import type { HistoryClosed } from '@sillok/schemas/events/records/history-closed';
import type { RecordState } from '../state.ts';

export interface CloseHistory {
  readonly type: 'CloseHistory';
  readonly history: HistoryClosed['data'];
}

/** For one transfer at a time: what is said of the record afterwards would be missing from what was sent. */
export function closeHistory({ history }: CloseHistory, state: RecordState): readonly HistoryClosed[] | Refusal {
  if (state.passed !== undefined) return refuse('custody-elsewhere', 'documentId');
  if (state.closedFor === history.transferId) return [];
  if (state.closedFor !== undefined) return refuse('transfer-under-way', 'documentId');
  const own = history.streams.find(({ stream }) => stream === `record-${history.documentId}`);
  if ((own?.events ?? 0) !== state.events) return refuse('statement-outdated', 'streams');
  return [{ type: 'records.HistoryClosed.v1', data: history }];
}
