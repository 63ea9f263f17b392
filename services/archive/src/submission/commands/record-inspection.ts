import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import type { SubmissionState } from '../state.ts';

export interface RecordInspection {
  readonly type: 'RecordInspection';
  readonly inspected: SubmissionInspected['data'];
}

/** Once: what was found does not change while people decide upon it. */
export function recordInspection(
  { inspected }: RecordInspection,
  state: SubmissionState,
): readonly SubmissionInspected[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'transferId');
  return state.inspected === undefined ? [{ type: 'archive.SubmissionInspected.v1', data: inspected }] : [];
}
