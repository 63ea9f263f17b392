import { z } from 'zod';
import { civilDate, code, id, instant, sha256 } from '../vocabulary/primitives.ts';
import { paperOriginal, scanMediaType, scanningProcess } from '../vocabulary/scan.ts';

/**
 * What the institution says of a letter that it scanned (RFC 8785 bytes, with the scan in an ASiC-E under its seal):
 * who turned paper into this file, when and how (DEC 29③). It names nobody but the person who scanned. Kept verbatim,
 * never upcast.
 */
export const digitisation = z.strictObject({
  type: z.literal('digitisation'),
  version: z.literal(1),
  institution: code,
  documentId: id,
  arrivedOn: civilDate,
  scannedAt: instant,
  scannedBy: id,
  process: scanningProcess,
  original: paperOriginal,
  scan: z.strictObject({
    /** Its name within the container. */
    name: z.string().max(100),
    mediaType: scanMediaType,
    bytes: z.int().positive(),
    pages: z.int().min(1),
    sha256,
  }),
  /** When it was sealed. */
  at: instant,
  /** The newest checkpoint of the log (C2SP), or null before the first. */
  checkpoint: z.string().nullable(),
});

export type Digitisation = z.infer<typeof digitisation>;
