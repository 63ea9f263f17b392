import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';
import { putSearchEntry, removeSearchEntry, searchTableSql } from '@sillok/search';

/**
 * What may everybody see? Open items, and what stands above them with the days of its open items alone. Nothing else
 * is ever in this file, so no question to it can tell of more.
 */
export const openRecords: ProjectionDefinition = {
  name: 'open-records',
  version: 1,
  filter: { typePrefixes: ['archive.UnitDescribed.'] },
  forgets: true,
  tables: `CREATE TABLE IF NOT EXISTS open_unit (
    entry INTEGER PRIMARY KEY, description_id TEXT NOT NULL UNIQUE, parent_id TEXT, level TEXT NOT NULL,
    reference_code TEXT NOT NULL, title TEXT, creator TEXT, date_from TEXT NOT NULL, date_to TEXT NOT NULL,
    package_id TEXT, document_id TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS open_unit_by_parent ON open_unit (parent_id, date_to DESC, description_id DESC);
  ${searchTableSql('search')}`,
  apply(db, recorded, opened) {
    // The filter lets only this type through.
    const { data } = recorded as Recorded<UnitDescribed>;
    const dates = data.level === 'item' ? ownDates(data) : datesOfOpen(db, data.descriptionId);
    if (dates === undefined) removeUnit(db, data.descriptionId);
    else putUnit(db, { ...data, dates }, wordOf(opened['title']), wordOf(opened['creator']));
    settleAbove(db, data.parentId);
  },
};

type Dates = UnitDescribed['data']['dates'];

function ownDates({ disclosure, dates }: UnitDescribed['data']): Dates | undefined {
  return disclosure.class === 'open' ? dates : undefined;
}

function datesOfOpen(db: DatabaseSync, descriptionId: string): Dates | undefined {
  const sql = 'SELECT MIN(date_from) AS first, MAX(date_to) AS last FROM open_unit WHERE parent_id = ?';
  const { first, last } = db.prepare(sql).get(descriptionId) ?? {};
  return typeof first === 'string' && typeof last === 'string' ? { from: first, to: last } : undefined;
}

/** What holds nothing open any more goes; what does shows the days of that. */
function settleAbove(db: DatabaseSync, parentId: string | null): void {
  if (parentId === null) return;
  const row = db.prepare('SELECT parent_id FROM open_unit WHERE description_id = ?').get(parentId);
  if (row === undefined) return;
  const dates = datesOfOpen(db, parentId);
  if (dates === undefined) removeUnit(db, parentId);
  else {
    const update = 'UPDATE open_unit SET date_from = ?, date_to = ? WHERE description_id = ?';
    db.prepare(update).run(dates.from, dates.to, parentId);
  }
  settleAbove(db, wordOf(row['parent_id']));
}

function putUnit(db: DatabaseSync, data: UnitDescribed['data'], title: string | null, creator: string | null): void {
  const { descriptionId, parentId, level, referenceCode, dates, packageId, documentId } = data;
  db.prepare(
    `INSERT INTO open_unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (description_id) DO UPDATE SET
     title = excluded.title, creator = excluded.creator, date_from = excluded.date_from, date_to = excluded.date_to,
     package_id = excluded.package_id`,
  ).run(descriptionId, parentId, level, referenceCode, title, creator, dates.from, dates.to, packageId, documentId);
  const entry = entryOf(db, descriptionId);
  if (entry !== undefined) putSearchEntry(db, 'search', entry, [title ?? '', creator ?? '']);
}

function removeUnit(db: DatabaseSync, descriptionId: string): void {
  const entry = entryOf(db, descriptionId);
  if (entry === undefined) return;
  removeSearchEntry(db, 'search', entry);
  db.prepare('DELETE FROM open_unit WHERE entry = ?').run(entry);
}

function entryOf(db: DatabaseSync, descriptionId: string): number | undefined {
  const entry = db.prepare('SELECT entry FROM open_unit WHERE description_id = ?').get(descriptionId)?.['entry'];
  return typeof entry === 'number' ? entry : undefined;
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
