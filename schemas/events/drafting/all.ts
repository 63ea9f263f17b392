import { type AttachmentAdded, attachmentAdded } from './attachment-added.ts';
import { type AttachmentRemoved, attachmentRemoved } from './attachment-removed.ts';
import { type DraftCreated, draftCreated } from './draft-created.ts';
import { type DraftDiscarded, draftDiscarded } from './draft-discarded.ts';
import { type DraftSaved, draftSaved } from './draft-saved.ts';
import { type DraftSubmitted, draftSubmitted } from './draft-submitted.ts';

/** Everything that can happen in `drafting`. */
export const draftingEvents = [
  attachmentAdded,
  attachmentRemoved,
  draftCreated,
  draftDiscarded,
  draftSaved,
  draftSubmitted,
] as const;

export type DraftingEvent =
  | AttachmentAdded
  | AttachmentRemoved
  | DraftCreated
  | DraftDiscarded
  | DraftSaved
  | DraftSubmitted;
