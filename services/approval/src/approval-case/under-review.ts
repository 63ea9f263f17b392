import { type Refusal, refuse } from '@sillok/kernel';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import type { CaseInHand, CaseState } from './state.ts';

/** The case and the step that is to act, if anything may still be done to it. */
export function underReview(state: CaseState): { readonly open: CaseInHand; readonly step: LineStep } | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.status === 'established') return refuse('already-established', 'documentId');
  if (state.status === 'freezing') return refuse('paper-not-frozen', 'documentId');
  if (state.status !== 'in-review') return refuse('case-not-open', 'documentId', { status: state.status });
  const step = state.opened.line[state.pendingStep - 1];
  return step === undefined ? refuse('step-not-pending', 'step') : { open: state, step };
}
