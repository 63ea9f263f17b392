import { z } from 'zod';
import { code, id, instant, objectAddress, sha256 } from '../vocabulary/primitives.ts';

const bits128 = z.string().regex(/^[0-9a-f]{32}$/);

/** Members of an event as JSON: the open ones, or those that were sealed. */
export const saidValues = z.record(z.string(), z.json());

/**
 * What is signed (RFC 8785 bytes, detached CAdES) by whoever creates or ends authority: an appointment, a delegation, an
 * absence, a key, a seal, a pack. It says the event's data word by word; of a sealed value only a salted digest, the
 * SHA-256 of the canonical `{salt, value}`. Kept verbatim, never upcast.
 */
export const authorityStatement = z.strictObject({
  type: z.literal('authority-statement'),
  version: z.literal(1),
  log: code,
  institution: z.string(),
  /** A digest of this statement tells nothing about its content. */
  nonce: bits128,
  act: z.strictObject({
    event: z.string().max(100),
    /** The event's open data without `signedBy`, which comes of this statement. */
    data: saidValues,
    sealed: z.record(z.string(), z.strictObject({ salt: bits128, digest: sha256 })),
  }),
  /** The newest event of the directory that was relied on, or null where nothing was entered before. */
  directoryEvent: id.nullable(),
  /** The newest checkpoint of the log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
  certificate: sha256,
  controlClass: code,
  /** What the signer's clock said. Never evidence. */
  claimedAt: instant,
  /** The sentence the signer was shown, in the signer's language; it names posts, not people. */
  sentence: z.string().max(1_000),
});

export type AuthorityStatement = z.infer<typeof authorityStatement>;

/** One object of statements with their signatures (CMS in DER): a founding signs many acts and writes them once. */
export const signedStatements = z
  .array(z.strictObject({ statement: z.string(), signature: z.base64() }))
  .min(1)
  .max(1_000);

/** How an event names the statement that its signer signed: the object, and which of it, counted from 0. */
export const signedBy = z.strictObject({
  address: objectAddress,
  index: z.int().nonnegative(),
  certificateDigest: sha256,
  controlClass: code,
});

export type SignedBy = z.infer<typeof signedBy>;
