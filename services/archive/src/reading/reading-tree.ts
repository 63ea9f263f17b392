import type { DatabaseSync } from 'node:sqlite';
import { archivistUnit } from '@sillok/schemas/api/archive/description';
import type { z } from 'zod';
import { dayOf, type Paging, pageOf, unitOf, wordOf } from './reading-open.ts';

export type ArchivistUnit = z.infer<typeof archivistUnit>;

export function archivistUnitOf(db: DatabaseSync, descriptionId: string): ArchivistUnit | undefined {
  const row = db.prepare('SELECT * FROM unit WHERE description_id = ?').get(descriptionId);
  return row === undefined ? undefined : readUnit(row);
}

export function unitsUnder(db: DatabaseSync, parentId: string | null, { after, limit }: Paging) {
  const rows = db
    .prepare(
      `SELECT * FROM unit WHERE parent_id IS ? AND (date_to, description_id) < (?, ?)
       ORDER BY date_to DESC, description_id DESC LIMIT ?`,
    )
    .all(parentId, ...dayOf(after), limit + 1);
  const { next } = pageOf(rows, limit);
  return { items: rows.slice(0, limit).map(readUnit), ...(next === undefined ? {} : { next }) };
}

function readUnit(row: Parameters<typeof unitOf>[0]): ArchivistUnit {
  return {
    ...unitOf(row),
    parentId: wordOf(row['parent_id']),
    creatorId: String(row['creator_id']),
    packageId: wordOf(row['package_id']),
    documentId: wordOf(row['document_id']),
    disclosure: archivistUnit.shape.disclosure.parse(JSON.parse(String(row['disclosure']))),
  };
}
