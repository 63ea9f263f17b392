import { isRefusal, type Refusal } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import { inHand } from '../in-hand.ts';
import type { DraftState } from '../state.ts';

export interface DiscardDraft {
  readonly type: 'DiscardDraft';
  readonly documentId: string;
  readonly personId: string;
}

export function discardDraft(command: DiscardDraft, state: DraftState): readonly DraftingEvent[] | Refusal {
  const draft = inHand(state, command.personId);
  if (isRefusal(draft)) return draft;
  return [{ type: 'drafting.DraftDiscarded.v1', data: { documentId: command.documentId } }];
}
