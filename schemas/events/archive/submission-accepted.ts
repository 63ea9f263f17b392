import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** Another person confirmed the decision, and at least one item is taken over: the intent to register the accession and to make the archival package. */
export const submissionAccepted = defineEvent(
  'archive.SubmissionAccepted.v1',
  z.strictObject({
    transferId: id,
    senderId: code,
    acceptedBy: id,
    accepted: z.array(id).min(1).max(mostItems),
    at: instant,
  }),
);

export type SubmissionAccepted = EventOf<typeof submissionAccepted>;
