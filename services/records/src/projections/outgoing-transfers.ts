import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { RecordsEvent } from '@sillok/schemas/events/records/all';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import type { TransferReceiptTaken } from '@sillok/schemas/events/records/transfer-receipt-taken';

/** What lies in which folder, what of it is at the archives, and which transfers went there? */
export const outgoingTransfers: ProjectionDefinition = {
  name: 'outgoing-transfers',
  version: 2,
  filter: {
    typePrefixes: [
      'records.RecordRegistered.',
      'records.ReceiptRegistered.',
      'records.PaperRegistered.',
      'records.RecordSealed.',
      'records.PassedToArchives.',
      'records.TransferPrepared.',
      'records.SelfInspectionFailed.',
      'records.Submission',
      'records.TransferReceiptTaken.',
    ],
  },
  tables: `CREATE TABLE IF NOT EXISTS filed (
    place INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE, folder_id TEXT NOT NULL, title TEXT,
    waits_for_seal INTEGER NOT NULL, is_passed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS filed_by_folder ON filed (folder_id, place);
  CREATE TABLE IF NOT EXISTS transfer (
    place INTEGER PRIMARY KEY, transfer_id TEXT NOT NULL UNIQUE, folder_id TEXT NOT NULL, archives_id TEXT NOT NULL,
    status TEXT NOT NULL, rank INTEGER NOT NULL, prepared_at TEXT NOT NULL, prepared_on TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS transfer_by_folder ON transfer (folder_id, place);
  CREATE INDEX IF NOT EXISTS transfer_by_time ON transfer (prepared_at DESC, transfer_id DESC);`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<RecordsEvent>;
    const title = typeof opened['title'] === 'string' ? opened['title'] : null;
    switch (event.type) {
      case 'records.RecordRegistered.v1':
        return file(db, event.data, title, true);
      case 'records.ReceiptRegistered.v1':
      case 'records.PaperRegistered.v1':
        return file(db, event.data, title, false);
      case 'records.RecordSealed.v1':
        return mark(db, 'waits_for_seal = 0', event.data);
      case 'records.PassedToArchives.v1':
        return mark(db, 'is_passed = 1', event.data);
      case 'records.TransferPrepared.v1':
        return addTransfer(db, event.data, event.envelope.recordedAt);
      case 'records.SelfInspectionFailed.v1':
        return reach(db, event.data, 'self-inspection-failed', 1);
      case 'records.SubmissionBuilt.v1':
        return reach(db, event.data, 'built', 1);
      case 'records.SubmissionRefused.v1':
        return reach(db, event.data, 'refused', 2);
      case 'records.SubmissionDelivered.v1':
        return reach(db, event.data, 'delivered', 2);
      case 'records.TransferReceiptTaken.v1':
        return reach(db, event.data, statusOf(event.data), event.data.kind === 'arrived' ? 3 : 4);
    }
  },
};

type Filed = { readonly documentId: string; readonly folderId: string };

function file(db: DatabaseSync, { documentId, folderId }: Filed, title: string | null, waits: boolean): void {
  db.prepare('INSERT INTO filed (document_id, folder_id, title, waits_for_seal, is_passed) VALUES (?, ?, ?, ?, 0)').run(
    documentId,
    folderId,
    title,
    waits ? 1 : 0,
  );
}

function mark(
  db: DatabaseSync,
  what: 'waits_for_seal = 0' | 'is_passed = 1',
  { documentId }: { readonly documentId: string },
): void {
  db.prepare(`UPDATE filed SET ${what} WHERE document_id = ?`).run(documentId);
}

function addTransfer(db: DatabaseSync, data: TransferPrepared['data'], at: string): void {
  db.prepare(
    `INSERT INTO transfer (transfer_id, folder_id, archives_id, status, rank, prepared_at, prepared_on)
     VALUES (?, ?, ?, 'prepared', 0, ?, ?)`,
  ).run(data.transferId, data.folderId, data.archivesId, at, data.on);
}

/** What is known only grows: a weaker word that comes later changes nothing. */
function reach(db: DatabaseSync, { transferId }: { readonly transferId: string }, status: string, rank: number): void {
  db.prepare('UPDATE transfer SET status = ?, rank = ? WHERE transfer_id = ? AND rank <= ?').run(
    status,
    rank,
    transferId,
    rank,
  );
}

function statusOf({ kind, returned }: TransferReceiptTaken['data']): string {
  return kind === 'accepted' && returned.length > 0 ? 'partly-accepted' : kind;
}
