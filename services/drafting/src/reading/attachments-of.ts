import type { RecordedEvent } from '@sillok/journal';
import { attachmentAdded } from '@sillok/schemas/events/drafting/attachment-added';
import { type AttachmentNote, attachmentNote } from '@sillok/schemas/vocabulary/official-document';
import type { DraftingContext } from '../context.ts';
import { draftStream } from '../draft/decide.ts';

/** The attachments of a draft with their names, in the order in which they were added. */
export async function attachmentsOf(
  context: DraftingContext,
  documentId: string,
  ids: readonly string[],
): Promise<readonly AttachmentNote[]> {
  const notes: AttachmentNote[] = [];
  for (const event of await context.journal.eventsOf(draftStream(documentId))) {
    const note = event.type === attachmentAdded.type ? await noteOf(context, event) : undefined;
    if (note !== undefined && ids.includes(note.attachmentId)) notes.push(note);
  }
  return notes;
}

async function noteOf(context: DraftingContext, event: RecordedEvent): Promise<AttachmentNote> {
  const { documentId: _, ...reference } = attachmentAdded.data.parse(event.data);
  return attachmentNote.parse({ ...reference, ...(await context.journal.open(event)) });
}
