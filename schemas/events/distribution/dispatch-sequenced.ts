import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant } from '../../vocabulary/primitives.ts';

/** Its place among all that went to this institution: the revision + 1, so nobody has to count again. */
export const dispatchSequenced = defineEvent(
  'distribution.DispatchSequenced.v1',
  z.strictObject({ dispatchId: id, documentId: id, recipientId: code, sequence: z.int().min(1), at: instant }),
);

export type DispatchSequenced = EventOf<typeof dispatchSequenced>;
