import { z } from 'zod';
import { code, id, instant, line, sha256 } from '../vocabulary/primitives.ts';

/** A file of the container; its digest stands in the signed manifest too. */
const carried = z.strictObject({ name: z.string().min(1).max(255), mediaType: z.string().max(127), sha256 });

/** `message.json` of an exchange container (RFC 8785 bytes): who sends what to whom, and as which one. */
export const exchangeMessage = z.strictObject({
  type: z.literal('exchange-message'),
  version: z.literal(1),
  sender: code,
  recipient: code,
  dispatchId: id,
  /** Counted from 1 between this sender and this recipient, without a gap. */
  sequence: z.int().min(1),
  /** The sender's document, its number and its title. */
  documentId: id,
  number: z.string().max(300),
  title: line,
  document: carried,
  attachments: z.array(carried).max(100),
  sentAt: instant,
  /** The dispatch that this one replies to, or null. */
  inReplyTo: z.strictObject({ institution: code, dispatchId: id }).nullable(),
  /** The newest checkpoint of the sender's log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
});

export type ExchangeMessage = z.infer<typeof exchangeMessage>;
