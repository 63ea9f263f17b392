import { type Refusal, refuse } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import type { DraftState } from '../state.ts';

export interface CreateDraft {
  readonly type: 'CreateDraft';
  readonly documentId: string;
  readonly drafterId: string;
  readonly unitId: string;
  readonly redraftOf?: string | undefined;
}

export function createDraft(command: CreateDraft, state: DraftState): readonly DraftingEvent[] | Refusal {
  if (state.status !== 'none') return refuse('already-exists', 'documentId');
  const { documentId, drafterId, unitId, redraftOf } = command;
  const data = { documentId, drafterId, unitId, ...(redraftOf === undefined ? {} : { redraftOf }) };
  return [{ type: 'drafting.DraftCreated.v1', data }];
}
