import { z } from 'zod';
import { transferReceiptKind } from '../../statements/transfer-receipt.ts';
import { civilDate, code, id, instant, line } from '../../vocabulary/primitives.ts';
import { cursor } from '../cursor.ts';

export const transferParams = z.strictObject({ transferId: id });
export const transferReceiptParams = transferParams.extend({ kind: transferReceiptKind });

/** What goes is what lies in the folder and is not at the archives yet. */
export const transferOrder = z.strictObject({
  archivesId: code,
  /** What was agreed with the archives where the time has not come yet. */
  agreement: line.max(100).optional(),
});

export const transferStatus = z.enum([
  'prepared',
  'self-inspection-failed',
  'built',
  'refused',
  'delivered',
  'arrived',
  'accepted',
  'partly-accepted',
  'returned',
]);
export type TransferStatus = z.infer<typeof transferStatus>;

export const transferAnswerItem = z.strictObject({
  documentId: id,
  title: z.string().nullable(),
  outcome: z.enum(['pending', 'accepted', 'returned']),
  codes: z.array(code),
});

export const outgoingTransfer = z.strictObject({
  transferId: id,
  folderId: id,
  archivesId: code,
  status: transferStatus,
  preparedOn: civilDate,
  previousTransferId: id.nullable(),
  /** Codes of the sender's own inspection where it stopped the submission, or the archives' where they refused it. */
  findings: z.array(z.string()),
  items: z.array(transferAnswerItem),
  /** In the order in which they came. */
  receipts: z.array(transferReceiptKind),
  accession: z.string().nullable(),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});

export const transferDone = z.strictObject({ transferId: id, status: transferStatus });
export const transferListQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const transferListAnswer = z.strictObject({
  items: z.array(
    outgoingTransfer.pick({ transferId: true, folderId: true, archivesId: true, status: true, preparedOn: true }),
  ),
  next: z.string().optional(),
});

/** A receipt on its way: its canonical text, and the detached CAdES over that text (DER in Base64). */
export const signedTransferReceipt = z.strictObject({
  statement: z.string().max(2_000_000),
  signature: z.base64().max(60_000),
});
export type SignedTransferReceipt = z.infer<typeof signedTransferReceipt>;

/** What the archives answer at once to a submission; absent where the receipt could not be signed yet: it follows. */
export const submissionAnswer = z.strictObject({ receipt: signedTransferReceipt.exactOptional() });
export const transferReceiptTaken = z.strictObject({ taken: z.literal(true) });
