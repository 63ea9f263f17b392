import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** No paper can be made of this version: the drafter gets it back with the code and the field. */
export const paperRefused = defineEvent(
  'approval.PaperRefused.v1',
  z.strictObject({ documentId: id, version: z.int().min(1), code: z.string(), field: z.string().optional() }),
);

export type PaperRefused = EventOf<typeof paperRefused>;
