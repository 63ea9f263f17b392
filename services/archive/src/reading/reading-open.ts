import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { describedUnit, openUnit } from '@sillok/schemas/api/archive/description';
import { placeOf } from '@sillok/schemas/api/cursor';
import { queryOf } from '@sillok/search';
import type { z } from 'zod';
import { levels } from '../description/unit.ts';

export type DescribedUnit = z.infer<typeof describedUnit>;
export type OpenUnit = z.infer<typeof openUnit>;

export interface OpenPage {
  readonly items: DescribedUnit[];
  readonly next?: string;
}

export interface Paging {
  readonly after?: string | undefined;
  readonly limit: number;
}

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Newest first; all that is open and holds every word of the text. */
export function searchOpen(db: DatabaseSync, text: string, { after, limit }: Paging): OpenPage {
  const query = queryOf(text);
  if (query === undefined) return { items: [] };
  const rows = db
    .prepare(
      `SELECT u.* FROM search s JOIN open_unit u ON u.entry = s.rowid
       WHERE search MATCH ? AND (u.date_to, u.description_id) < (?, ?)
       ORDER BY u.date_to DESC, u.description_id DESC LIMIT ?`,
    )
    .all(query, ...dayOf(after), limit + 1);
  return pageOf(rows, limit);
}

/** What stands right under a unit; under none of them stand the fonds. */
export function openUnder(db: DatabaseSync, parentId: string | null, { after, limit }: Paging): OpenPage {
  const rows = db
    .prepare(
      `SELECT * FROM open_unit WHERE parent_id IS ? AND (date_to, description_id) < (?, ?)
       ORDER BY date_to DESC, description_id DESC LIMIT ?`,
    )
    .all(parentId, ...dayOf(after), limit + 1);
  return pageOf(rows, limit);
}

export function openUnitOf(db: DatabaseSync, descriptionId: string, paging: Paging): OpenUnit | undefined {
  const row = rowOf(db, descriptionId);
  if (row === undefined) return undefined;
  const unit = unitOf(row);
  const { items: below, ...more } = openUnder(db, descriptionId, paging);
  const document = `/api/archive/open/descriptions/${descriptionId}/document.pdf`;
  return { ...unit, above: aboveOf(db, row), below, ...more, document: unit.level === 'item' ? document : null };
}

/** Where the document of an open item lies; none of anything else. */
export function openDocumentOf(db: DatabaseSync, descriptionId: string) {
  const row = rowOf(db, descriptionId);
  const { package_id: packageId, document_id: documentId, reference_code: referenceCode } = row ?? {};
  return typeof packageId === 'string' && typeof documentId === 'string'
    ? { packageId, documentId, referenceCode: String(referenceCode) }
    : undefined;
}

function rowOf(db: DatabaseSync, descriptionId: string): Row | undefined {
  return db.prepare('SELECT * FROM open_unit WHERE description_id = ?').get(descriptionId);
}

function aboveOf(db: DatabaseSync, row: Row): OpenUnit['above'] {
  const above: OpenUnit['above'] = [];
  for (let at: Row | undefined = row; at !== undefined; ) {
    at = typeof at['parent_id'] === 'string' ? rowOf(db, at['parent_id']) : undefined;
    if (at === undefined) break;
    const { descriptionId, level, title } = unitOf(at);
    above.unshift({ descriptionId, level, title });
  }
  return above;
}

/** A row of any table that holds units of description. */
export function unitOf(row: Row): DescribedUnit {
  return {
    descriptionId: String(row['description_id']),
    level: levels.find((level) => level === row['level']) ?? 'item',
    referenceCode: String(row['reference_code']),
    title: wordOf(row['title']),
    creator: wordOf(row['creator']),
    dates: { from: String(row['date_from']), to: String(row['date_to']) },
  };
}

export function pageOf(rows: readonly Row[], limit: number): OpenPage {
  const items = rows.slice(0, limit).map(unitOf);
  const last = items.at(-1);
  if (last === undefined || rows.length <= limit) return { items };
  return { items, next: `${last.dates.to}T00:00:00.000Z|${last.descriptionId}` };
}

/** Units are placed by days, cursors by instants. */
export function dayOf(after: string | undefined): readonly [day: string, id: string] {
  const [at, id] = placeOf(after);
  return [at.slice(0, 10), id];
}

export function wordOf(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
