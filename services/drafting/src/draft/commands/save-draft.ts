import { isRefusal, type Refusal } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import type { PartialClassification } from '@sillok/schemas/vocabulary/official-document';
import { inHand } from '../in-hand.ts';
import type { DraftState } from '../state.ts';

export interface SaveDraft {
  readonly type: 'SaveDraft';
  readonly documentId: string;
  readonly personId: string;
  readonly classification: PartialClassification;
  readonly textAddress: string;
  readonly title: string | undefined;
}

export function saveDraft(command: SaveDraft, state: DraftState): readonly DraftingEvent[] | Refusal {
  const draft = inHand(state, command.personId);
  if (isRefusal(draft)) return draft;
  const { documentId, classification, textAddress, title } = command;
  const data = { documentId, version: draft.version + 1, classification, textAddress };
  return [{ type: 'drafting.DraftSaved.v1', data, sealed: { title } }];
}
