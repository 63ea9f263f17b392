import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import type { AttachmentReference } from '@sillok/schemas/vocabulary/official-document';
import { inHand } from '../in-hand.ts';
import type { DraftState } from '../state.ts';

export interface AddAttachment {
  readonly type: 'AddAttachment';
  readonly documentId: string;
  readonly personId: string;
  readonly attachment: AttachmentReference;
  readonly name: string;
  readonly sha256: string;
  readonly maxCount: number;
}

export function addAttachment(command: AddAttachment, state: DraftState): readonly DraftingEvent[] | Refusal {
  const draft = inHand(state, command.personId);
  if (isRefusal(draft)) return draft;
  if (draft.attachments.length >= command.maxCount) {
    return refuse('attachment-limit', 'attachments', { limit: command.maxCount });
  }
  const data = { ...command.attachment, documentId: command.documentId };
  return [{ type: 'drafting.AttachmentAdded.v1', data, sealed: { name: command.name, sha256: command.sha256 } }];
}
