import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** 심사: form, recipient, disclosure are right, and whether the visible seal is affixed or lawfully left out. */
export const dispatchReviewPassed = defineEvent(
  'distribution.DispatchReviewPassed.v1',
  z.strictObject({
    dispatchId: id,
    documentId: id,
    personId: id,
    seal: z.enum(['affixed', 'omitted']),
    ground: code.exactOptional(),
  }),
);

export type DispatchReviewPassed = EventOf<typeof dispatchReviewPassed>;
