import { z } from 'zod';
import { id, instant } from './primitives.ts';

const sealedField = z.strictObject({
  keyName: z.string().min(3).max(160),
  commitment: z.string(),
  nonce: z.string(),
  ciphertext: z.string(),
});

/** What every stored event looks like. Its canonical bytes (RFC 8785) are the leaf of the ledger; never rewritten. */
export const envelopeSchema = z.strictObject({
  id,
  type: z.string().regex(/^[a-z]+\.[A-Z][A-Za-z]+\.v[1-9][0-9]*$/),
  /** The institution whose log this is. */
  log: z.string(),
  stream: z.string(),
  revision: z.int().nonnegative(),
  recordedAt: instant,
  /** The person, or `service:<name>` for what the system does by itself. */
  actor: z.string(),
  /** The absent or delegating person in whose place the actor acted. */
  onBehalfOf: z.string().optional(),
  commandId: z.string(),
  /** HMAC of the command's input under a key of the institution: tells a retry from another command with its key. */
  commandMac: z.string(),
  correlationId: z.string(),
  causationId: z.string(),
  data: z.record(z.string(), z.unknown()),
  sealed: z.record(z.string(), sealedField).optional(),
});

export type Envelope = z.infer<typeof envelopeSchema>;
