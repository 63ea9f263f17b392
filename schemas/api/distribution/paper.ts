import { z } from 'zod';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, instant, language, line, sha256 } from '../../vocabulary/primitives.ts';
import { paperOriginal, scanMediaType, scanningProcess } from '../../vocabulary/scan.ts';
import { cursor } from '../cursor.ts';

export const paperParams = z.strictObject({ documentId: id });

/** What the registry knows of the letter that it lays on the glass; the scan's bytes are the body. */
export const paperNote = z.strictObject({
  title: line,
  senderName: line,
  arrivedOn: civilDate,
  /** Where the paper itself is put. */
  location: code,
  resolution: z.coerce.number().pipe(scanningProcess.shape.resolution),
  colour: scanningProcess.shape.colour,
  device: scanningProcess.shape.device,
  software: scanningProcess.shape.software,
});

export const paperListQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const paperStatus = z.enum(['in-registry', 'in-unit', 'number-pending', 'received']);

export const paperDone = z.strictObject({ documentId: id, status: paperStatus, number: z.string().nullable() });

export const paperItem = paperDone.extend({
  title: z.string().nullable(),
  senderName: z.string().nullable(),
  arrivedOn: civilDate,
  unitId: id.nullable(),
});
export const paperListAnswer = z.strictObject({ items: z.array(paperItem), next: z.string().optional() });

export const paperAnswer = paperItem.extend({
  scannedAt: instant,
  scannedBy: id,
  scan: z.strictObject({
    mediaType: scanMediaType,
    bytes: z.int(),
    pages: z.int(),
    /** Null once the letter's key is gone. */
    sha256: sha256.nullable(),
  }),
  process: scanningProcess,
  original: paperOriginal,
  /** The seal over scan and statement is there. */
  sealed: z.boolean(),
  folderId: id.nullable(),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});

export const paperReceipt = z.strictObject({
  folderId: id,
  disclosure,
  /** That of the institution where none is said. */
  language: language.exactOptional(),
});
