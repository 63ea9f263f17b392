import type { Folded } from '@sillok/decider';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import type { AttachmentReference, PartialClassification } from '@sillok/schemas/vocabulary/official-document';

export type DraftState =
  | { readonly status: 'none' }
  | ({ readonly status: 'drafting' } & DraftInHand)
  | ({ readonly status: 'submitted' } & DraftInHand)
  | { readonly status: 'discarded'; readonly drafterId: string };

export interface DraftInHand {
  readonly documentId: string;
  readonly drafterId: string;
  readonly unitId: string;
  readonly redraftOf: string | undefined;
  readonly version: number;
  readonly classification: PartialClassification;
  readonly textAddress: string | undefined;
  readonly attachments: readonly AttachmentReference[];
}

export const initialState: DraftState = { status: 'none' };

export function evolve(state: DraftState, event: Folded<DraftingEvent>): DraftState {
  if (event.type === 'drafting.DraftCreated.v1') {
    const { documentId, drafterId, unitId, redraftOf } = event.data;
    return {
      status: 'drafting',
      documentId,
      drafterId,
      unitId,
      redraftOf,
      version: 0,
      classification: {},
      textAddress: undefined,
      attachments: [],
    };
  }
  if (state.status !== 'drafting') return state;
  switch (event.type) {
    case 'drafting.DraftSaved.v1': {
      const { version, classification, textAddress } = event.data;
      return { ...state, version, classification, textAddress };
    }
    case 'drafting.AttachmentAdded.v1': {
      const { documentId: _, ...attachment } = event.data;
      return { ...state, attachments: [...state.attachments, attachment] };
    }
    case 'drafting.AttachmentRemoved.v1': {
      const { attachmentId } = event.data;
      return { ...state, attachments: state.attachments.filter((one) => one.attachmentId !== attachmentId) };
    }
    case 'drafting.DraftDiscarded.v1':
      return { status: 'discarded', drafterId: state.drafterId };
    case 'drafting.DraftSubmitted.v1':
      return { ...state, status: 'submitted' };
  }
}
