import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import { type AddAttachment, addAttachment } from './commands/add-attachment.ts';
import { type CreateDraft, createDraft } from './commands/create-draft.ts';
import { type DiscardDraft, discardDraft } from './commands/discard-draft.ts';
import { type RemoveAttachment, removeAttachment } from './commands/remove-attachment.ts';
import { type SaveDraft, saveDraft } from './commands/save-draft.ts';
import { type SubmitDraft, submitDraft } from './commands/submit-draft.ts';
import { type DraftState, evolve, initialState } from './state.ts';

export type DraftCommand = CreateDraft | SaveDraft | AddAttachment | RemoveAttachment | DiscardDraft | SubmitDraft;

export function decide(command: DraftCommand, state: DraftState): readonly DraftingEvent[] | Refusal {
  switch (command.type) {
    case 'CreateDraft':
      return createDraft(command, state);
    case 'SaveDraft':
      return saveDraft(command, state);
    case 'AddAttachment':
      return addAttachment(command, state);
    case 'RemoveAttachment':
      return removeAttachment(command, state);
    case 'DiscardDraft':
      return discardDraft(command, state);
    case 'SubmitDraft':
      return submitDraft(command, state);
  }
}

export const draftDecider = { initialState, decide, evolve } satisfies Decider<DraftCommand, DraftingEvent, DraftState>;

export function draftStream(documentId: string): string {
  return `draft-${documentId}`;
}
