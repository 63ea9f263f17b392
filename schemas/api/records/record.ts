import { z } from 'zod';
import { classification, disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, instant, language, line, sha256 } from '../../vocabulary/primitives.ts';
import { scanMediaType } from '../../vocabulary/scan.ts';
import { cursor } from '../cursor.ts';
import { custody } from './keeping.ts';

export const recordParams = z.strictObject({ documentId: id });
export const folderParams = z.strictObject({ folderId: id });

export const newFolder = z.strictObject({
  unitTaskId: id,
  year: z.int().min(1900).max(2200),
  title: line,
  multiYear: z.boolean().optional(),
});
export const folderAnswer = z.strictObject({ folderId: id, status: z.enum(['open', 'closed']) });

export const folderQuery = z.strictObject({ unitTaskId: id.optional() });
export const folderListAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      folderId: id,
      title: z.string().nullable(),
      unitId: id,
      unitTaskId: id,
      year: z.int(),
      retention: code,
      status: z.enum(['open', 'closed']),
      /** A task over several years: the calendar leaves it to its people. */
      multiYear: z.boolean(),
      closedOn: civilDate.nullable(),
      retentionStart: civilDate.nullable(),
      /** The last day of keeping; null while it is open, and where none is counted. */
      expiresOn: civilDate.nullable(),
      custody,
    }),
  ),
});

export const recordListQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const recordStatus = z.enum(['number-pending', 'registered', 'sealed']);

export const recordItem = z.strictObject({
  documentId: id,
  title: z.string().nullable(),
  number: z.string().nullable(),
  status: recordStatus,
  folderId: id.nullable(),
  establishedAt: instant,
});

export const recordListAnswer = z.strictObject({ items: z.array(recordItem), next: z.string().optional() });

export const recordAnswer = recordItem.extend({
  unitId: id,
  /** As it was approved; a letter that came on paper has none. */
  classification: classification.nullable(),
  /** What is known of a letter that came on paper. */
  paper: z
    .strictObject({ arrivedOn: civilDate, unitTaskId: id, language, mediaType: scanMediaType, bytes: z.int() })
    .nullable(),
  /** Who may see it now. */
  disclosure,
  reviews: z.array(z.strictObject({ on: civilDate, from: disclosure, to: disclosure, reason: z.string().nullable() })),
  custody,
  register: z.strictObject({ scope: code, year: z.int(), book: code }),
  recordCopySha256: sha256.nullable(),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});
