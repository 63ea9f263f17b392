import { z } from 'zod';
import { code, id, instant, line, sha256 } from '../vocabulary/primitives.ts';
import { mostItems } from '../vocabulary/transferred-items.ts';

/** 도착, 인수, 반려: what the archives say of a submission, in this order; a submission is accepted or returned, once. */
export const transferReceiptKind = z.enum(['arrived', 'accepted', 'returned']);
export type TransferReceiptKind = z.infer<typeof transferReceiptKind>;

/**
 * What became of one record of a submission. `files` names what the archives hold of it, relative to its folder; where
 * they are many, its `METS.xml` alone, which names the others.
 */
export const receivedItem = z.strictObject({
  documentId: id,
  outcome: z.enum(['accepted', 'returned']),
  /** Codes of the findings for which it goes back; of an accepted item those that were let pass. */
  codes: z.array(code).max(50),
  reason: line.exactOptional(),
  files: z.array(z.strictObject({ path: z.string().max(512), sha256 })).max(300),
});
export type ReceivedItem = z.infer<typeof receivedItem>;

/**
 * What the archives say of a submission (RFC 8785 bytes, detached CAdES B-T of their seal). `answers` is the SHA-256 of
 * the package's root METS followed by its signature, `previous` that of the receipt before this one. `accepted` is said
 * when at least one item was taken over, `returned` when none was. Kept verbatim, never upcast.
 */
export const transferReceipt = z.strictObject({
  type: z.literal('transfer-receipt'),
  version: z.literal(1),
  kind: transferReceiptKind,
  from: code,
  to: code,
  transferId: id,
  answers: sha256,
  previous: sha256.nullable(),
  /** The package as it arrived. */
  package: z.strictObject({ sha256, bytes: z.int().positive() }),
  /** Only of `accepted`: the accession number, and the archival package that was made. */
  accession: z.string().max(100).exactOptional(),
  preserved: z.strictObject({ packageId: id, sha256, metsSha256: sha256 }).exactOptional(),
  /** Empty on arrival. */
  items: z.array(receivedItem).max(mostItems),
  counts: z.strictObject({ offered: z.int(), accepted: z.int(), returned: z.int() }),
  at: instant,
  /** The newest checkpoint of the archives' log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
});

export type TransferReceipt = z.infer<typeof transferReceipt>;
