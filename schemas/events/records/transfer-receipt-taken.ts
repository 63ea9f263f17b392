import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** What the archives said of the submission, checked against their seal. Until it says `accepted` nothing of ours goes. */
export const transferReceiptTaken = defineEvent(
  'records.TransferReceiptTaken.v1',
  z.strictObject({
    transferId: id,
    kind: z.enum(['arrived', 'accepted', 'returned']),
    receiptAddress: objectAddress,
    receiptDigest: sha256,
    /** The digest of the receipt before it, which it names. */
    previous: sha256.nullable(),
    accession: z.string().max(100).nullable(),
    accepted: z.array(id).max(mostItems),
    returned: z.array(z.strictObject({ documentId: id, codes: z.array(code).max(50) })).max(mostItems),
  }),
);

export type TransferReceiptTaken = EventOf<typeof transferReceiptTaken>;
