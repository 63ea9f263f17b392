import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import type { DocumentEstablished } from '@sillok/schemas/events/approval/document-established';
import type { RecordsEvent } from '@sillok/schemas/events/records/all';

/** Which documents came into being, what number and folder does each have, and who was in its line? */
export const registeredRecords: ProjectionDefinition = {
  name: 'registered-records',
  version: 1,
  filter: { typePrefixes: ['records.', 'approval.CaseOpened.', 'approval.DocumentEstablished.'] },
  tables: `CREATE TABLE IF NOT EXISTS record (
    document_id TEXT PRIMARY KEY, title TEXT, unit_id TEXT NOT NULL, established_at TEXT NOT NULL, number TEXT,
    register TEXT NOT NULL, folder_id TEXT, classification TEXT NOT NULL, disclosure TEXT NOT NULL, status TEXT NOT NULL,
    record_copy_address TEXT, record_copy_digest TEXT, evidence_address TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS record_by_time ON record (established_at DESC, document_id DESC);
  CREATE TABLE IF NOT EXISTS reader (
    document_id TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (document_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS folder (
    folder_id TEXT PRIMARY KEY, title TEXT, unit_id TEXT NOT NULL, unit_task_id TEXT NOT NULL, year INTEGER NOT NULL,
    retention TEXT NOT NULL, status TEXT NOT NULL
  ) STRICT;`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<RecordsEvent | CaseOpened | DocumentEstablished>;
    const secret = (field: string) => (typeof opened[field] === 'string' ? opened[field] : null);
    switch (event.type) {
      case 'approval.CaseOpened.v1':
        return addReaders(db, event.data);
      case 'approval.DocumentEstablished.v1':
        return addRecord(db, event.data, secret('title'));
      case 'records.RecordRegistered.v1':
        db.prepare("UPDATE record SET number = ?, folder_id = ?, status = 'registered' WHERE document_id = ?").run(
          event.data.display,
          event.data.folderId,
          event.data.documentId,
        );
        return;
      case 'records.RecordSealed.v1': {
        const { documentId, recordCopyAddress, evidenceAddress } = event.data;
        db.prepare(
          `UPDATE record SET status = 'sealed', record_copy_address = ?, record_copy_digest = ?, evidence_address = ?
           WHERE document_id = ?`,
        ).run(recordCopyAddress, secret('recordCopyDigest'), evidenceAddress, documentId);
        return;
      }
      case 'records.FolderOpened.v1': {
        const { folderId, unitId, unitTaskId, year, retention } = event.data;
        db.prepare("INSERT INTO folder VALUES (?, ?, ?, ?, ?, ?, 'open')").run(
          folderId,
          secret('title'),
          unitId,
          unitTaskId,
          year,
          retention,
        );
        return;
      }
      case 'records.FolderClosed.v1':
        db.prepare("UPDATE folder SET status = 'closed' WHERE folder_id = ?").run(event.data.folderId);
    }
  },
};

function addReaders(db: DatabaseSync, { documentId, line }: CaseOpened['data']): void {
  const insert = db.prepare('INSERT OR IGNORE INTO reader VALUES (?, ?)');
  for (const { personId } of line) insert.run(documentId, personId);
}

function addRecord(db: DatabaseSync, data: DocumentEstablished['data'], title: string | null): void {
  db.prepare("INSERT INTO record VALUES (?, ?, ?, ?, NULL, ?, NULL, ?, ?, 'number-pending', NULL, NULL, NULL)").run(
    data.documentId,
    title,
    data.unitId,
    data.at,
    JSON.stringify(data.register),
    JSON.stringify(data.classification),
    data.classification.disclosure.class,
  );
}
