import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant } from '../../vocabulary/primitives.ts';

/** Another person confirmed the decision, and nothing is taken over. */
export const submissionReturned = defineEvent(
  'archive.SubmissionReturned.v1',
  z.strictObject({ transferId: id, senderId: code, confirmedBy: id, at: instant }),
);

export type SubmissionReturned = EventOf<typeof submissionReturned>;
