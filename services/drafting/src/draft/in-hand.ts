import { type Refusal, refuse } from '@sillok/kernel';
import type { DraftInHand, DraftState } from './state.ts';

/** The draft, if it is this person's and still being worked on. */
export function inHand(state: DraftState, personId: string): DraftInHand | Refusal {
  if (state.status === 'none' || state.status === 'discarded') return refuse('not-found', 'documentId');
  // Another person's draft is absent, not forbidden: an answer must not tell that it exists.
  if (state.drafterId !== personId) return refuse('not-found', 'documentId');
  if (state.status === 'submitted') return refuse('draft-already-submitted', 'documentId');
  return state;
}
