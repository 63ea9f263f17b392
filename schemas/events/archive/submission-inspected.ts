import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, objectAddress } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** The one report of an inspection: what was found of each item and of the package, by code; the report itself is an object. */
export const submissionInspected = defineEvent(
  'archive.SubmissionInspected.v1',
  z.strictObject({
    transferId: id,
    reportAddress: objectAddress,
    packageCodes: z.array(z.string().max(64)).max(200),
    items: z
      .array(z.strictObject({ documentId: id, blocking: z.boolean(), codes: z.array(z.string().max(64)).max(50) }))
      .max(mostItems),
  }),
);

export type SubmissionInspected = EventOf<typeof submissionInspected>;
