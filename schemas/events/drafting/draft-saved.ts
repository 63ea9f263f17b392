import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { partialClassification } from '../../vocabulary/official-document.ts';
import { id, line, objectAddress } from '../../vocabulary/primitives.ts';

/** A named version of the draft. The text is the object at `textAddress`; an unfinished draft may lack anything. */
export const draftSaved = defineEvent(
  'drafting.DraftSaved.v1',
  z.strictObject({
    documentId: id,
    version: z.int().min(1),
    classification: partialClassification,
    textAddress: objectAddress,
  }),
  { title: sealedBy('entry', line.optional()) },
);

export type DraftSaved = EventOf<typeof draftSaved>;
