import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, id, line } from '../../vocabulary/primitives.ts';

/** Who may see one record was looked at again, with the old class, the new one and why; it may stay as it was. */
export const disclosureReviewed = defineEvent(
  'records.DisclosureReviewed.v1',
  z.strictObject({ documentId: id, from: disclosure, to: disclosure, on: civilDate }),
  { reason: sealedBy('entry', line) },
);

export type DisclosureReviewed = EventOf<typeof disclosureReviewed>;
