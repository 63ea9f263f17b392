import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** The other institution answered the message; what it said is in the acknowledgements. */
export const dispatchDelivered = defineEvent(
  'distribution.DispatchDelivered.v1',
  z.strictObject({ dispatchId: id, documentId: id, recipientId: code }),
);

export type DispatchDelivered = EventOf<typeof dispatchDelivered>;
