import { type Refusal, refuse } from '@sillok/kernel';
import type { DispatchReviewPassed } from '@sillok/schemas/events/distribution/dispatch-review-passed';
import type { DispatchReviewRejected } from '@sillok/schemas/events/distribution/dispatch-review-rejected';
import type { DispatchState } from '../state.ts';

export interface ReviewDispatch {
  readonly type: 'ReviewDispatch';
  readonly personId: string;
  readonly review:
    | {
        readonly decision: 'passed';
        readonly seal: 'affixed' | 'omitted';
        readonly ground?: string;
      }
    | { readonly decision: 'rejected'; readonly reason?: string };
  /** On which the pack lets the visible seal be left out today. */
  readonly omissionGrounds: readonly string[];
}

/** Affixed, or omitted on a ground that the law has: one of the two, and never without a review. */
export function reviewDispatch(
  { personId, review, omissionGrounds }: ReviewDispatch,
  state: DispatchState,
): readonly (DispatchReviewPassed | DispatchReviewRejected)[] | Refusal {
  if (state.status !== 'prepared') return refuse('dispatch-not-ready', 'dispatchId');
  const { dispatchId, documentId } = state.prepared;
  if (review.decision === 'rejected') {
    if (review.reason === undefined) return refuse('reason-required', 'reason');
    return [
      {
        type: 'distribution.DispatchReviewRejected.v1',
        data: { dispatchId, documentId, personId },
        sealed: { reason: review.reason },
      },
    ];
  }
  const { seal, ground } = review;
  const isLawful = seal === 'omitted' ? ground !== undefined && omissionGrounds.includes(ground) : ground === undefined;
  if (!isLawful) return refuse('seal-omission-not-allowed', 'ground');
  const data = { dispatchId, documentId, personId, seal, ...(ground === undefined ? {} : { ground }) };
  return [{ type: 'distribution.DispatchReviewPassed.v1', data }];
}
