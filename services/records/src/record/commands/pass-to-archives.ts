import { type Refusal, refuse } from '@sillok/kernel';
import type { PassedToArchives } from '@sillok/schemas/events/records/passed-to-archives';
import type { RecordState } from '../state.ts';

export interface PassToArchives {
  readonly type: 'PassToArchives';
  readonly passed: PassedToArchives['data'];
}

/** Once, and only what was closed for that transfer: nobody takes over what was still being written. */
export function passToArchives({ passed }: PassToArchives, state: RecordState): readonly PassedToArchives[] | Refusal {
  if (state.passed?.transferId === passed.transferId) return [];
  if (state.passed !== undefined) return refuse('custody-elsewhere', 'documentId');
  if (state.closedFor !== passed.transferId) return refuse('transfer-unknown', 'transferId');
  return [{ type: 'records.PassedToArchives.v1', data: passed }];
}
