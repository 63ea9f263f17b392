import { z } from 'zod';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';
import { cursor } from '../cursor.ts';

export const descriptionParams = z.strictObject({ descriptionId: id });
export const descriptionLevel = z.enum(['fonds', 'series', 'file', 'item']);

export const describedUnit = z.strictObject({
  descriptionId: id,
  level: descriptionLevel,
  referenceCode: z.string(),
  title: z.string().nullable(),
  creator: z.string().nullable(),
  dates: z.strictObject({ from: civilDate, to: civilDate }),
});

/** What the public sees: never a count, a gap or a code that tells of what is not open. */
export const openUnit = describedUnit.extend({
  /** From the fonds down. */
  above: z.array(describedUnit.pick({ descriptionId: true, level: true, title: true })),
  /** Open items only, a page of them. */
  below: z.array(describedUnit),
  next: z.string().optional(),
  /** Where the document itself can be read; null above the item. */
  document: z.string().nullable(),
});

export const openQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const searchQuery = openQuery.extend({ q: z.string().trim().min(1).max(200) });
export const searchAnswer = z.strictObject({ items: z.array(describedUnit), next: z.string().optional() });

/** As the archivist sees it. */
export const archivistUnit = describedUnit.extend({
  parentId: id.nullable(),
  creatorId: code,
  packageId: id.nullable(),
  documentId: id.nullable(),
  disclosure,
});
export const unitListQuery = openQuery.extend({ parentId: id.optional() });
export const unitListAnswer = z.strictObject({ items: z.array(archivistUnit), next: z.string().optional() });
export const redescription = z.strictObject({
  title: line.optional(),
  disclosure: disclosure.optional(),
  dates: z.strictObject({ from: civilDate, to: civilDate }).optional(),
});
