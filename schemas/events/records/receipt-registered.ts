import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, instant, line } from '../../vocabulary/primitives.ts';

/**
 * A received document with its number and folder, in the same register as our own where the pack combines them. The
 * number is the register's opening number + this event's revision + 1. How it came here is part of the registration.
 */
export const receiptRegistered = defineEvent(
  'records.ReceiptRegistered.v1',
  z.strictObject({
    documentId: id,
    number: z.int().min(1),
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
    display: z.string(),
    folderId: id,
    unitId: id,
    receiptEventId: z.string(),
    receivedAt: instant,
    arrivedAt: instant,
    senderId: code,
    senderNumber: z.string(),
    dispatchId: id,
  }),
  { title: sealedBy('entry', line) },
);

export type ReceiptRegistered = EventOf<typeof receiptRegistered>;
