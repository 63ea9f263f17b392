import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';

/** What was described, where does it stand, and how open is it? For archivists. */
export const descriptionTree: ProjectionDefinition = {
  name: 'description-tree',
  version: 1,
  filter: { typePrefixes: ['archive.UnitDescribed.'] },
  tables: `CREATE TABLE IF NOT EXISTS unit (
    description_id TEXT PRIMARY KEY, parent_id TEXT, level TEXT NOT NULL, reference_code TEXT NOT NULL, title TEXT,
    creator TEXT, date_from TEXT NOT NULL, date_to TEXT NOT NULL, creator_id TEXT NOT NULL, package_id TEXT,
    document_id TEXT, disclosure TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS unit_by_parent ON unit (parent_id, date_to DESC, description_id DESC);`,
  apply(db, recorded, opened) {
    // The filter lets only this type through.
    const { data } = recorded as Recorded<UnitDescribed>;
    db.prepare('INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      data.descriptionId,
      data.parentId,
      data.level,
      data.referenceCode,
      wordOf(opened['title']),
      wordOf(opened['creator']),
      data.dates.from,
      data.dates.to,
      data.creatorId,
      data.packageId,
      data.documentId,
      JSON.stringify(data.disclosure),
    );
  },
};

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
