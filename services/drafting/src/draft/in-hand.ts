import { type Refusal, refuse } from '@sillok/kernel';
import type { DraftInHand, DraftState } from './state.ts';

/** The draft, if it is still being worked on and by whom it belongs to. */
export function inHand(state: DraftState, personId: string): DraftInHand | Refusal {
  if (state.status === 'none' || state.status === 'discarded') return refuse('not-found', 'documentId');
  if (state.drafterId !== personId) return refuse('not-the-drafter', 'person');
  if (state.status === 'submitted') return refuse('draft-already-submitted', 'documentId');
  return state;
}
