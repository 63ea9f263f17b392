import { z } from 'zod';
import { sha256 } from '../vocabulary/primitives.ts';

/**
 * All that a paper stands for, entry by entry. Each entry is salted, so that a copy from which an entry was taken out
 * (its digest stays) still verifies and tells nothing about what is missing. The manifest's digest is the SHA-256 of
 * the canonical list of `[name, digest]`; an entry's digest is the SHA-256 of its canonical `{name, salt, value}`.
 */
export const manifestEntry = z.strictObject({
  name: z.string(),
  digest: sha256,
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  value: z.json().optional(),
});

export const manifest = z.strictObject({
  type: z.literal('document-manifest'),
  version: z.literal(1),
  entries: z.array(manifestEntry).max(200),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestEntry = z.infer<typeof manifestEntry>;
