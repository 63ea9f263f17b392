import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** What we say of a submission, sealed; each receipt is chained to the one before it. */
export const receiptIssued = defineEvent(
  'archive.ReceiptIssued.v1',
  z.strictObject({
    transferId: id,
    senderId: code,
    kind: z.enum(['arrived', 'accepted', 'returned']),
    receiptAddress: objectAddress,
    receiptDigest: sha256,
    previous: sha256.nullable(),
  }),
);

export type ReceiptIssued = EventOf<typeof receiptIssued>;
