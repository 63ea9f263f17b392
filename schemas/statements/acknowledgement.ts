import { z } from 'zod';
import { code, id, instant, sha256 } from '../vocabulary/primitives.ts';

/** 도달, 수신, 접수, 오류, 반송: in the order of their force, the first three each after the one before. */
export const acknowledgementKind = z.enum(['arrive', 'receive', 'accept', 'fail', 'return']);
export type AcknowledgementKind = z.infer<typeof acknowledgementKind>;

/**
 * What the receiving institution says of a message (RFC 8785 bytes, detached CAdES of its seal with a timestamp).
 * `answers` is the SHA-256 of the message's signed manifest followed by its signature, `previous` the SHA-256 of the
 * acknowledgement before this one. Kept verbatim, never upcast.
 */
export const acknowledgement = z.strictObject({
  type: z.literal('acknowledgement'),
  version: z.literal(1),
  kind: acknowledgementKind,
  from: code,
  to: code,
  dispatchId: id,
  answers: sha256,
  previous: sha256.nullable(),
  /** Only of `accept`: the number under which the document was received. */
  receiptNumber: z.string().max(300).exactOptional(),
  /** Of `fail` a code of the closed list, of `return` the formal ground. */
  reason: code.exactOptional(),
  at: instant,
  /** The newest checkpoint of the receiver's log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
});

export type Acknowledgement = z.infer<typeof acknowledgement>;
