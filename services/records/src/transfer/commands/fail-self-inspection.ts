import { type Refusal, refuse } from '@sillok/kernel';
import type { SelfInspectionFailed } from '@sillok/schemas/events/records/self-inspection-failed';
import type { TransferState } from '../state.ts';

export interface FailSelfInspection {
  readonly type: 'FailSelfInspection';
  readonly failed: SelfInspectionFailed['data'];
}

export function failSelfInspection(
  { failed }: FailSelfInspection,
  state: TransferState,
): readonly SelfInspectionFailed[] | Refusal {
  if (state.status === 'none') return refuse('transfer-unknown', 'transferId');
  if (state.status === 'self-inspection-failed') return [];
  if (state.status === 'built') return refuse('already-exists', 'transferId');
  return [{ type: 'records.SelfInspectionFailed.v1', data: failed }];
}
