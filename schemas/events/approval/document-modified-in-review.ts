import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, line, objectAddress } from '../../vocabulary/primitives.ts';

/** A reviewer or the approver changed the text (변경이력): a new version, and the intent to freeze its paper. */
export const documentModifiedInReview = defineEvent(
  'approval.DocumentModifiedInReview.v1',
  z.strictObject({
    documentId: id,
    version: z.int().min(2),
    step: z.int().min(2),
    personId: id,
    textAddress: objectAddress,
  }),
  { title: sealedBy('entry', line) },
);

export type DocumentModifiedInReview = EventOf<typeof documentModifiedInReview>;
