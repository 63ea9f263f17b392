import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { DistributionEvent } from '@sillok/schemas/events/distribution/all';
import type { DocumentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import type { ReceiptRegistered } from '@sillok/schemas/events/records/receipt-registered';

/** What arrived, where is it now, under which number was it received, and who was shown it? And when could nothing arrive? */
export const incomingDocuments: ProjectionDefinition = {
  name: 'incoming-documents',
  version: 2,
  filter: {
    typePrefixes: [
      'distribution.DocumentArrived.',
      'distribution.DistributedToUnit.',
      'distribution.RedistributionRequested.',
      'distribution.DocumentReceived.',
      'distribution.ReturnedToSender.',
      'distribution.Circulation',
      'distribution.OutageRecorded.',
      'records.ReceiptRegistered.',
    ],
  },
  tables: `CREATE TABLE IF NOT EXISTS incoming (
    document_id TEXT PRIMARY KEY, sender_id TEXT NOT NULL, dispatch_id TEXT NOT NULL, sequence INTEGER NOT NULL,
    sender_number TEXT NOT NULL, title TEXT, sent_at TEXT NOT NULL, effective_at TEXT NOT NULL, status TEXT NOT NULL,
    unit_id TEXT, folder_id TEXT, number TEXT, copy_address TEXT NOT NULL,
    due_on TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS outage (outage_id TEXT PRIMARY KEY, began_at TEXT NOT NULL, ended_at TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS incoming_by_time ON incoming (effective_at DESC, document_id DESC);
  CREATE TABLE IF NOT EXISTS reader (
    document_id TEXT NOT NULL, person_id TEXT NOT NULL, read_at TEXT, PRIMARY KEY (document_id, person_id)
  ) STRICT, WITHOUT ROWID;`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<DistributionEvent | ReceiptRegistered>;
    const set = (status: string, more: string, ...values: readonly (string | null)[]) =>
      db
        .prepare(`UPDATE incoming SET status = ?${more} WHERE document_id = ?`)
        .run(status, ...values, 'documentId' in event.data ? event.data.documentId : null);
    switch (event.type) {
      case 'distribution.DocumentArrived.v1':
        return addIncoming(db, event.data, opened['title']);
      case 'distribution.DistributedToUnit.v1':
        return void set(
          'in-unit',
          ', unit_id = ?, due_on = coalesce(?, due_on)',
          event.data.unitId,
          event.data.dueOn ?? null,
        );
      case 'distribution.RedistributionRequested.v1':
        return void set('in-registry', ', unit_id = NULL');
      case 'distribution.DocumentReceived.v1':
        return void set('number-pending', ', folder_id = ?', event.data.folderId);
      case 'distribution.OutageRecorded.v1': {
        const { outageId, from, until } = event.data;
        db.prepare('INSERT INTO outage VALUES (?, ?, ?)').run(outageId, from, until);
        return;
      }
      case 'records.ReceiptRegistered.v1':
        return void set('received', ', number = ?', event.data.display);
      case 'distribution.ReturnedToSender.v1':
        return void set('returned', '');
      case 'distribution.CirculationStarted.v1': {
        const insert = db.prepare('INSERT OR IGNORE INTO reader VALUES (?, ?, NULL)');
        for (const personId of event.data.readerIds) insert.run(event.data.documentId, personId);
        return;
      }
      case 'distribution.CirculationRead.v1':
        db.prepare('UPDATE reader SET read_at = ? WHERE document_id = ? AND person_id = ?').run(
          event.envelope.recordedAt,
          event.data.documentId,
          event.data.personId,
        );
    }
  },
};

function addIncoming(db: DatabaseSync, data: DocumentArrived['data'], title: unknown): void {
  db.prepare("INSERT INTO incoming VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'in-registry', NULL, NULL, NULL, ?, NULL)").run(
    data.documentId,
    data.senderId,
    data.dispatchId,
    data.sequence,
    data.senderNumber,
    typeof title === 'string' ? title : null,
    data.sentAt,
    data.effectiveAt,
    data.copyAddress,
  );
}
