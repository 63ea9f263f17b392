import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { PaperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { PaperRegistered } from '@sillok/schemas/events/records/paper-registered';
import type { PaperEvent } from '../paper/paper-event.ts';

/** Which letters came on paper, what do their scans look like, where are they now, and under which number? */
export const papers: ProjectionDefinition = {
  name: 'papers',
  version: 1,
  filter: { typePrefixes: ['distribution.Paper', 'records.PaperRegistered.'] },
  tables: `CREATE TABLE IF NOT EXISTS paper (
    document_id TEXT PRIMARY KEY, title TEXT, sender_name TEXT, scan_digest TEXT, scanned TEXT NOT NULL,
    scanned_at TEXT NOT NULL, status TEXT NOT NULL, unit_id TEXT, folder_id TEXT, number TEXT,
    digitisation_address TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS paper_by_time ON paper (scanned_at DESC, document_id DESC);`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<PaperEvent | PaperRegistered>;
    const { documentId } = event.data;
    const set = (changes: string, ...values: readonly string[]) =>
      void db.prepare(`UPDATE paper SET ${changes} WHERE document_id = ?`).run(...values, documentId);
    switch (event.type) {
      case 'distribution.PaperScanned.v1':
        return addPaper(db, event.data, opened);
      case 'distribution.PaperSealed.v1':
        return set('digitisation_address = ?', event.data.digitisationAddress);
      case 'distribution.PaperDistributed.v1':
        return set("status = 'in-unit', unit_id = ?", event.data.unitId);
      case 'distribution.PaperReceived.v1':
        return set("status = 'number-pending', folder_id = ?", event.data.folderId);
      case 'records.PaperRegistered.v1':
        return set("status = 'received', number = ?", event.data.display);
    }
  },
};

function addPaper(db: DatabaseSync, data: PaperScanned['data'], opened: Readonly<Record<string, unknown>>): void {
  const secret = (field: string) => (typeof opened[field] === 'string' ? opened[field] : null);
  db.prepare("INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?, 'in-registry', NULL, NULL, NULL, NULL)").run(
    data.documentId,
    secret('title'),
    secret('senderName'),
    secret('scanDigest'),
    JSON.stringify(data),
    data.scannedAt,
  );
}
