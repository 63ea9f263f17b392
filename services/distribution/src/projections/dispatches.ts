import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { DocumentEstablished } from '@sillok/schemas/events/approval/document-established';
import type { DistributionEvent } from '@sillok/schemas/events/distribution/all';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import type { RecordSealed } from '@sillok/schemas/events/records/record-sealed';

type Told = Recorded<DistributionEvent | DocumentEstablished | RecordRegistered | RecordSealed>;

/** Which records may go out, to whom did each go, and how far has it come? */
export const dispatches: ProjectionDefinition = {
  name: 'dispatches',
  version: 1,
  filter: {
    typePrefixes: [
      'approval.DocumentEstablished.',
      'records.RecordRegistered.',
      'records.RecordSealed.',
      'distribution.Dispatch',
      'distribution.Seal',
      'distribution.DocumentDispatched.',
    ],
  },
  tables: `CREATE TABLE IF NOT EXISTS outgoing (
    document_id TEXT PRIMARY KEY, unit_id TEXT NOT NULL, is_outgoing INTEGER NOT NULL, number TEXT, title TEXT,
    text_address TEXT NOT NULL, evidence_address TEXT, registration TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS dispatch (
    dispatch_id TEXT PRIMARY KEY, document_id TEXT NOT NULL, recipient_id TEXT NOT NULL, status TEXT NOT NULL,
    rank INTEGER NOT NULL, sequence INTEGER, receipt_number TEXT, reason TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS dispatch_by_document ON dispatch (document_id, recipient_id);`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Told;
    if (event.type === 'approval.DocumentEstablished.v1') return addOutgoing(db, event.data, opened['title']);
    if (event.type === 'records.RecordRegistered.v1') {
      const { display, documentId } = event.data;
      const registration = JSON.stringify(event.data);
      db.prepare('UPDATE outgoing SET number = ?, registration = ? WHERE document_id = ?').run(
        display,
        registration,
        documentId,
      );
    } else if (event.type === 'records.RecordSealed.v1') {
      const { evidenceAddress, documentId } = event.data;
      db.prepare('UPDATE outgoing SET evidence_address = ? WHERE document_id = ?').run(evidenceAddress, documentId);
    } else applyDispatch(db, event);
  },
};

function addOutgoing(db: DatabaseSync, data: DocumentEstablished['data'], title: unknown): void {
  db.prepare('INSERT INTO outgoing VALUES (?, ?, ?, NULL, ?, ?, NULL, NULL)').run(
    data.documentId,
    data.unitId,
    data.outgoing ? 1 : 0,
    typeof title === 'string' ? title : null,
    data.textAddress,
  );
}

/** What is known of the other side only grows: a weaker word that comes later changes nothing. */
const ranks: Readonly<Record<string, readonly [status: string, rank: number]>> = {
  'distribution.DispatchReviewPassed.v1': ['reviewed', 1],
  'distribution.DispatchReviewRejected.v1': ['review-rejected', 1],
  'distribution.SealAffixed.v1': ['sealing', 2],
  'distribution.SealOmitted.v1': ['sealing', 2],
  'distribution.DocumentDispatched.v1': ['dispatched', 3],
  'distribution.DispatchArrived.v1': ['arrived', 4],
  'distribution.DispatchReceived.v1': ['received', 5],
  'distribution.DispatchFailed.v1': ['failed', 6],
  'distribution.DispatchAccepted.v1': ['accepted', 7],
  'distribution.DispatchReturned.v1': ['returned', 8],
};

function applyDispatch(db: DatabaseSync, event: Told): void {
  const { data } = event;
  if (event.type === 'distribution.DispatchPrepared.v1') {
    const { dispatchId, documentId, recipientId } = event.data;
    db.prepare("INSERT OR REPLACE INTO dispatch VALUES (?, ?, ?, 'prepared', 0, NULL, NULL, NULL)").run(
      dispatchId,
      documentId,
      recipientId,
    );
    return;
  }
  const known = ranks[event.type];
  if (known === undefined || !('dispatchId' in data)) return;
  const [status, rank] = known;
  db.prepare('UPDATE dispatch SET status = ?, rank = ? WHERE dispatch_id = ? AND rank <= ?').run(
    status,
    rank,
    data.dispatchId,
    rank,
  );
  const more = { sequence: null, receiptNumber: null, reason: null, ...data };
  db.prepare(
    `UPDATE dispatch SET sequence = coalesce(?, sequence), receipt_number = coalesce(?, receipt_number),
     reason = coalesce(?, reason) WHERE dispatch_id = ?`,
  ).run(more.sequence, more.receiptNumber, more.reason, data.dispatchId);
}
