import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** The sender has taken in our receipt. */
export const receiptSent = defineEvent(
  'archive.ReceiptSent.v1',
  z.strictObject({ transferId: id, kind: z.enum(['arrived', 'accepted', 'returned']) }),
);

export type ReceiptSent = EventOf<typeof receiptSent>;
