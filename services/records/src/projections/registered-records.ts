import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import type { DocumentEstablished } from '@sillok/schemas/events/approval/document-established';
import type { DocumentReturned } from '@sillok/schemas/events/approval/document-returned';
import type { PaperRefused } from '@sillok/schemas/events/approval/paper-refused';
import type { SubmissionWithdrawn } from '@sillok/schemas/events/approval/submission-withdrawn';
import type { PaperReceived } from '@sillok/schemas/events/distribution/paper-received';
import type { PaperSealed } from '@sillok/schemas/events/distribution/paper-sealed';
import type { RecordsEvent } from '@sillok/schemas/events/records/all';
import type { DisclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import type { FolderClosed } from '@sillok/schemas/events/records/folder-closed';
import type { FolderOpened } from '@sillok/schemas/events/records/folder-opened';
import type { PaperRegistered } from '@sillok/schemas/events/records/paper-registered';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';

type Filed = Pick<RecordRegistered['data'], 'folderId' | 'register' | 'number'>;

/** A case that ends without a document. One that ends with it is settled when that has its number. */
type CaseEnd = DocumentReturned | PaperRefused | SubmissionWithdrawn;

/** Which documents came into being, what number and folder does each have, and who was in its line? */
export const registeredRecords: ProjectionDefinition = {
  name: 'registered-records',
  version: 4,
  filter: {
    typePrefixes: [
      'records.',
      'approval.CaseOpened.',
      'approval.DocumentEstablished.',
      'approval.DocumentReturned.',
      'approval.PaperRefused.',
      'approval.SubmissionWithdrawn.',
      'distribution.PaperReceived.',
      'distribution.PaperSealed.',
    ],
  },
  tables: `CREATE TABLE IF NOT EXISTS record (
    document_id TEXT PRIMARY KEY, title TEXT, unit_id TEXT NOT NULL, established_at TEXT NOT NULL, number TEXT,
    register TEXT NOT NULL, folder_id TEXT, classification TEXT NOT NULL, disclosure TEXT NOT NULL, status TEXT NOT NULL,
    record_copy_address TEXT, record_copy_digest TEXT, evidence_address TEXT,
    grounds TEXT NOT NULL, classed_at TEXT NOT NULL, paper TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS digitisation (document_id TEXT PRIMARY KEY, address TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_by_folder ON record (folder_id);
  CREATE INDEX IF NOT EXISTS record_by_classing ON record (classed_at) WHERE disclosure <> 'open';
  CREATE TABLE IF NOT EXISTS place (
    folder_id TEXT NOT NULL, scope TEXT NOT NULL, year INTEGER NOT NULL, book TEXT NOT NULL, number INTEGER NOT NULL,
    filed_at TEXT NOT NULL, PRIMARY KEY (folder_id, scope, year, book)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending_case (document_id TEXT PRIMARY KEY, folder_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_by_time ON record (established_at DESC, document_id DESC);
  CREATE TABLE IF NOT EXISTS reader (
    document_id TEXT NOT NULL, person_id TEXT NOT NULL, PRIMARY KEY (document_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS reader_by_person ON reader (person_id);
  CREATE TABLE IF NOT EXISTS folder (
    folder_id TEXT PRIMARY KEY, title TEXT, unit_id TEXT NOT NULL, unit_task_id TEXT NOT NULL, year INTEGER NOT NULL,
    retention TEXT NOT NULL, status TEXT NOT NULL, multi_year INTEGER NOT NULL, opened_at TEXT NOT NULL,
    closed_on TEXT, retention_start TEXT, expires_on TEXT, custody TEXT NOT NULL, offered_by TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS folder_by_unit ON folder (unit_id);
  CREATE INDEX IF NOT EXISTS folder_by_retention ON folder (status, custody, retention_start);`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<
      RecordsEvent | CaseOpened | CaseEnd | DocumentEstablished | PaperReceived | PaperSealed
    >;
    const secret = (field: string) => (typeof opened[field] === 'string' ? opened[field] : null);
    switch (event.type) {
      case 'approval.CaseOpened.v1':
        db.prepare('INSERT OR REPLACE INTO pending_case VALUES (?, ?)').run(
          event.data.documentId,
          event.data.classification.folderId,
        );
        return addReaders(db, event.data);
      case 'approval.DocumentReturned.v1':
      case 'approval.PaperRefused.v1':
      case 'approval.SubmissionWithdrawn.v1':
        return settle(db, event.data);
      case 'approval.DocumentEstablished.v1':
        return addRecord(db, event.data, secret('title'));
      case 'records.RecordRegistered.v1':
        settle(db, event.data);
        file(db, event.data, event.data.establishedAt);
        return registerRecord(db, event.data);
      case 'records.ReceiptRegistered.v1':
        return file(db, event.data, event.data.receivedAt);
      case 'distribution.PaperSealed.v1':
        db.prepare('INSERT INTO digitisation VALUES (?, ?)').run(event.data.documentId, event.data.digitisationAddress);
        return proveScan(db, event.data.documentId);
      case 'distribution.PaperReceived.v1':
        return addPaper(db, event.data, secret('title'));
      case 'records.PaperRegistered.v1':
        file(db, event.data, event.data.receivedAt);
        registerRecord(db, event.data);
        return proveScan(db, event.data.documentId);
      case 'records.RecordSealed.v1': {
        const { documentId, recordCopyAddress, evidenceAddress } = event.data;
        db.prepare(
          `UPDATE record SET status = 'sealed', record_copy_address = ?, record_copy_digest = ?, evidence_address = ?
           WHERE document_id = ?`,
        ).run(recordCopyAddress, secret('recordCopyDigest'), evidenceAddress, documentId);
        return;
      }
      case 'records.DisclosureReviewed.v1':
        return reclass(db, event.data, event.envelope.recordedAt);
      case 'records.FolderOpened.v1':
        return addFolder(db, event.data, secret('title'), event.envelope.recordedAt);
      case 'records.FolderClosed.v1':
        return closeFolder(db, event.data);
      case 'records.TransferOffered.v1':
        db.prepare('UPDATE folder SET offered_by = ? WHERE folder_id = ?').run(
          event.data.offeredBy,
          event.data.folderId,
        );
        return;
      case 'records.CustodyTransferred.v1':
        db.prepare('UPDATE folder SET custody = ? WHERE folder_id = ?').run(event.data.to, event.data.folderId);
        return;
      case 'records.FolderPassedToArchives.v1':
        db.prepare("UPDATE folder SET custody = 'archives' WHERE folder_id = ?").run(event.data.folderId);
    }
  },
};

type Numbered = Pick<RecordRegistered['data'] | PaperRegistered['data'], 'documentId' | 'display' | 'folderId'>;

function registerRecord(db: DatabaseSync, data: Numbered): void {
  db.prepare("UPDATE record SET number = ?, folder_id = ?, status = 'registered' WHERE document_id = ?").run(
    data.display,
    data.folderId,
    data.documentId,
  );
}

/** A scan is finished when it has both its number and the seal that proves it, in whichever order they came. */
function proveScan(db: DatabaseSync, documentId: string): void {
  db.prepare(
    `UPDATE record SET status = 'sealed',
       evidence_address = (SELECT address FROM digitisation WHERE digitisation.document_id = record.document_id)
     WHERE document_id = ? AND number IS NOT NULL AND document_id IN (SELECT document_id FROM digitisation)`,
  ).run(documentId);
}

/** The last number of each register that lies in the folder; a register counts upwards. */
function file(db: DatabaseSync, { folderId, register, number }: Filed, at: string): void {
  db.prepare('INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?)').run(
    folderId,
    register.scope,
    register.year,
    register.book,
    number,
    at,
  );
}

/** Nothing more will come of the case than what is there. */
function settle(db: DatabaseSync, { documentId }: { readonly documentId: string }): void {
  db.prepare('DELETE FROM pending_case WHERE document_id = ?').run(documentId);
}

function reclass(db: DatabaseSync, { documentId, to }: DisclosureReviewed['data'], at: string): void {
  db.prepare('UPDATE record SET disclosure = ?, grounds = ?, classed_at = ? WHERE document_id = ?').run(
    to.class,
    JSON.stringify(to.grounds),
    at,
    documentId,
  );
}

function addFolder(db: DatabaseSync, data: FolderOpened['data'], title: string | null, at: string): void {
  const { folderId, unitId, unitTaskId, year, retention, multiYear } = data;
  db.prepare("INSERT INTO folder VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, NULL, NULL, NULL, 'unit', NULL)").run(
    folderId,
    title,
    unitId,
    unitTaskId,
    year,
    retention,
    multiYear ? 1 : 0,
    at,
  );
}

function closeFolder(db: DatabaseSync, data: FolderClosed['data']): void {
  db.prepare(
    `UPDATE folder SET status = 'closed', retention = ?, closed_on = ?, retention_start = ?, expires_on = ?
     WHERE folder_id = ?`,
  ).run(data.retention, data.on, data.retentionStart, data.expiresOn, data.folderId);
}

function addReaders(db: DatabaseSync, { documentId, line }: CaseOpened['data']): void {
  const insert = db.prepare('INSERT OR IGNORE INTO reader VALUES (?, ?)');
  for (const { personId } of line) insert.run(documentId, personId);
}

function addRecord(db: DatabaseSync, data: DocumentEstablished['data'], title: string | null): void {
  const { disclosure } = data.classification;
  insertRecord(db, { ...data, title, classification: data.classification, disclosure, paper: null });
}

/** It has no classification as a draft has; what its receipt says of it stands in the place. */
function addPaper(db: DatabaseSync, data: PaperReceived['data'], title: string | null): void {
  const { arrivedOn, unitTaskId, language, scanAddress, scanBytes, mediaType } = data;
  const paper = { arrivedOn, unitTaskId, language, scanAddress, scanBytes, mediaType };
  insertRecord(db, { ...data, title, classification: null, paper });
}

interface NewRecord extends Pick<PaperReceived['data'], 'documentId' | 'unitId' | 'at' | 'register' | 'disclosure'> {
  readonly title: string | null;
  readonly classification: DocumentEstablished['data']['classification'] | null;
  readonly paper: object | null;
}

function insertRecord(db: DatabaseSync, record: NewRecord): void {
  const { documentId, title, unitId, at, register, classification, disclosure, paper } = record;
  db.prepare(
    `INSERT INTO record VALUES (?, ?, ?, ?, NULL, ?, NULL, ?, ?, 'number-pending', NULL, NULL, NULL, ?, ?, ?)`,
  ).run(
    documentId,
    title,
    unitId,
    at,
    JSON.stringify(register),
    JSON.stringify(classification),
    disclosure.class,
    JSON.stringify(disclosure.grounds),
    at,
    paper === null ? null : JSON.stringify(paper),
  );
}
