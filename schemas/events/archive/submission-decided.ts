import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, objectAddress } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** An archivist decided each item; what was found has an answer. The decision with its reasons is an object. */
export const submissionDecided = defineEvent(
  'archive.SubmissionDecided.v1',
  z.strictObject({
    transferId: id,
    decidedBy: id,
    decisionAddress: objectAddress,
    items: z
      .array(
        z.strictObject({ documentId: id, outcome: z.enum(['accepted', 'returned']), codes: z.array(code).max(50) }),
      )
      .min(1)
      .max(mostItems),
  }),
);

export type SubmissionDecided = EventOf<typeof submissionDecided>;
