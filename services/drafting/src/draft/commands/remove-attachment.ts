import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import { inHand } from '../in-hand.ts';
import type { DraftState } from '../state.ts';

export interface RemoveAttachment {
  readonly type: 'RemoveAttachment';
  readonly documentId: string;
  readonly personId: string;
  readonly attachmentId: string;
}

export function removeAttachment(command: RemoveAttachment, state: DraftState): readonly DraftingEvent[] | Refusal {
  const draft = inHand(state, command.personId);
  if (isRefusal(draft)) return draft;
  const { documentId, attachmentId } = command;
  if (!draft.attachments.some((one) => one.attachmentId === attachmentId)) return refuse('not-found', 'attachmentId');
  return [{ type: 'drafting.AttachmentRemoved.v1', data: { documentId, attachmentId } }];
}
