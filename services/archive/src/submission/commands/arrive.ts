import { type Refusal, refuse } from '@sillok/kernel';
import type { SubmissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import type { SubmissionState } from '../state.ts';

export interface Arrive {
  readonly type: 'Arrive';
  readonly arrived: SubmissionArrived['data'];
}

/** The same submission again is no second one, however it was packed; another one under the same name is none at all. */
export function arrive({ arrived }: Arrive, state: SubmissionState): readonly SubmissionArrived[] | Refusal {
  if (state.status === 'none') return [{ type: 'archive.SubmissionArrived.v1', data: arrived }];
  const { metsDigest, senderId } = state.arrived;
  const isSame = metsDigest === arrived.metsDigest && senderId === arrived.senderId;
  return isSame ? [] : refuse('submission-differs', 'transferId');
}
