import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';

/** Where is each document, and who has to act on it? The inbox is the pending step; nobody else's has anything. */
export const cases: ProjectionDefinition = {
  name: 'cases',
  version: 1,
  filter: { typePrefixes: ['approval.', 'records.RecordRegistered.'] },
  tables: `CREATE TABLE IF NOT EXISTS document (
    document_id TEXT PRIMARY KEY, drafter_id TEXT NOT NULL, title TEXT, status TEXT NOT NULL, number TEXT,
    line TEXT NOT NULL, pending_step INTEGER, changed_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS step_person (
    document_id TEXT NOT NULL, step INTEGER NOT NULL, role TEXT NOT NULL, person_id TEXT NOT NULL,
    PRIMARY KEY (document_id, step)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS step_by_person ON step_person (person_id, document_id);`,
  apply(db, recorded, opened) {
    // The filter lets only these types through.
    const event = recorded as Recorded<ApprovalEvent | RecordRegistered>;
    const { documentId } = event.data;
    const at = event.envelope.recordedAt;
    const set = (status: string, pending: number | null) => update(db, documentId, status, pending, at);
    switch (event.type) {
      case 'approval.CaseOpened.v1':
        insert(db, event, title(opened), at);
        return;
      case 'approval.PaperFrozen.v1':
        return set('in-review', keepPending(db, documentId));
      case 'approval.PaperRefused.v1':
        return set('refused', null);
      case 'approval.DocumentModifiedInReview.v1':
        db.prepare('UPDATE document SET title = ? WHERE document_id = ?').run(title(opened), documentId);
        return set('freezing', event.data.step);
      case 'approval.SubmissionWithdrawn.v1':
        return set('withdrawn', null);
      case 'approval.SubmissionSigned.v1':
      case 'approval.DocumentReviewed.v1':
      case 'approval.ConcurrenceGiven.v1':
      case 'approval.ConcurrenceGivenWithDissent.v1':
        return set('in-review', event.data.step + 1);
      case 'approval.DocumentReturned.v1':
        return set('returned', null);
      case 'approval.DocumentApproved.v1':
      case 'approval.DocumentEstablished.v1':
        return set('established', null);
      case 'records.RecordRegistered.v1':
        db.prepare('UPDATE document SET number = ? WHERE document_id = ?').run(event.data.display, documentId);
        return set('registered', null);
      case 'approval.PostReportRequired.v1':
        return;
    }
  },
};

function insert(
  db: DatabaseSync,
  event: Recorded<ApprovalEvent> & { type: 'approval.CaseOpened.v1' },
  name: string | null,
  at: string,
): void {
  const { documentId, drafterId, line } = event.data;
  db.prepare("INSERT INTO document VALUES (?, ?, ?, 'freezing', NULL, ?, 1, ?)").run(
    documentId,
    drafterId,
    name,
    JSON.stringify(line),
    at,
  );
  const step = db.prepare('INSERT INTO step_person VALUES (?, ?, ?, ?)');
  for (const one of line) step.run(documentId, one.step, one.role, one.personId);
}

function update(db: DatabaseSync, documentId: string, status: string, pending: number | null, at: string): void {
  db.prepare('UPDATE document SET status = ?, pending_step = ?, changed_at = ? WHERE document_id = ?').run(
    status,
    pending,
    at,
    documentId,
  );
}

function keepPending(db: DatabaseSync, documentId: string): number | null {
  const row = db.prepare('SELECT pending_step FROM document WHERE document_id = ?').get(documentId);
  return typeof row?.['pending_step'] === 'number' ? row['pending_step'] : null;
}

function title(opened: Readonly<Record<string, unknown>>): string | null {
  return typeof opened['title'] === 'string' ? opened['title'] : null;
}
