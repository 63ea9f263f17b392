import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@sillok/journal';
import type { ProjectionDefinition } from '@sillok/projections';
import type { AccessionRegistered } from '@sillok/schemas/events/archive/accession-registered';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { ReceiptIssued } from '@sillok/schemas/events/archive/receipt-issued';
import type { SubmissionAccepted } from '@sillok/schemas/events/archive/submission-accepted';
import type { SubmissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import type { SubmissionDecided } from '@sillok/schemas/events/archive/submission-decided';
import type { SubmissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import type { SubmissionReturned } from '@sillok/schemas/events/archive/submission-returned';

type SubmissionFact =
  | SubmissionArrived
  | SubmissionInspected
  | SubmissionDecided
  | SubmissionAccepted
  | SubmissionReturned
  | AccessionRegistered
  | PackagePreserved
  | ReceiptIssued;

/** What came in, how far is it, what was found of each item and decided, and where does it lie now? */
export const submissions: ProjectionDefinition = {
  name: 'submissions',
  version: 2,
  filter: {
    typePrefixes: [
      'archive.Submission',
      'archive.AccessionRegistered.',
      'archive.PackagePreserved.',
      'archive.ReceiptIssued.',
    ],
  },
  tables: `CREATE TABLE IF NOT EXISTS submission (
    transfer_id TEXT PRIMARY KEY, sender_id TEXT NOT NULL, folder_id TEXT NOT NULL, status TEXT NOT NULL,
    arrived_at TEXT NOT NULL, previous_transfer_id TEXT, package_digest TEXT NOT NULL, package_codes TEXT NOT NULL,
    report_address TEXT, decided_by TEXT, decision_address TEXT, accession TEXT, package_id TEXT, package_file TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS submission_by_time ON submission (arrived_at DESC, transfer_id DESC);
  CREATE TABLE IF NOT EXISTS item (
    transfer_id TEXT NOT NULL, place INTEGER NOT NULL, document_id TEXT NOT NULL, blocking INTEGER NOT NULL,
    codes TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (transfer_id, place)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS receipt (
    transfer_id TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, address TEXT NOT NULL,
    PRIMARY KEY (transfer_id, place)
  ) STRICT, WITHOUT ROWID;`,
  apply(db, recorded) {
    // The filter lets only these types through.
    const event = recorded as Recorded<SubmissionFact>;
    switch (event.type) {
      case 'archive.SubmissionArrived.v1':
        return addSubmission(db, event.data);
      case 'archive.SubmissionInspected.v1':
        return addFindings(db, event.data);
      case 'archive.SubmissionDecided.v1':
        return addDecision(db, event.data);
      case 'archive.SubmissionAccepted.v1':
        return setStatus(db, event.data.transferId, 'accepted');
      case 'archive.SubmissionReturned.v1':
        return setStatus(db, event.data.transferId, 'returned');
      case 'archive.AccessionRegistered.v1':
        return run(db, 'UPDATE submission SET accession = ? WHERE transfer_id = ?', [
          event.data.accession,
          event.data.transferId,
        ]);
      case 'archive.PackagePreserved.v1':
        return addPackage(db, event.data);
      case 'archive.ReceiptIssued.v1':
        return addReceipt(db, event.data);
    }
  },
};

function run(db: DatabaseSync, sql: string, values: readonly (string | number | null)[]): void {
  db.prepare(sql).run(...values);
}

function setStatus(db: DatabaseSync, transferId: string, status: string): void {
  run(db, 'UPDATE submission SET status = ? WHERE transfer_id = ?', [status, transferId]);
}

function addSubmission(db: DatabaseSync, data: SubmissionArrived['data']): void {
  const { transferId, senderId, folderId, arrivedAt, previousTransferId, packageDigest } = data;
  run(db, "INSERT INTO submission VALUES (?, ?, ?, 'arrived', ?, ?, ?, '[]', NULL, NULL, NULL, NULL, NULL, NULL)", [
    transferId,
    senderId,
    folderId,
    arrivedAt,
    previousTransferId,
    packageDigest,
  ]);
  const insert = "INSERT INTO item VALUES (?, ?, ?, 0, '[]', 'pending')";
  for (const [place, documentId] of data.items.entries()) run(db, insert, [transferId, place, documentId]);
}

function addFindings(db: DatabaseSync, data: SubmissionInspected['data']): void {
  const { transferId, packageCodes, reportAddress } = data;
  const more = "status = 'inspected', package_codes = ?, report_address = ?";
  run(db, `UPDATE submission SET ${more} WHERE transfer_id = ?`, [
    JSON.stringify(packageCodes),
    reportAddress,
    transferId,
  ]);
  const update = 'UPDATE item SET blocking = ?, codes = ? WHERE transfer_id = ? AND document_id = ?';
  for (const { documentId, blocking, codes } of data.items)
    run(db, update, [blocking ? 1 : 0, JSON.stringify(codes), transferId, documentId]);
}

function addDecision(db: DatabaseSync, data: SubmissionDecided['data']): void {
  const { transferId, decidedBy, decisionAddress, items } = data;
  const more = "status = 'decided', decided_by = ?, decision_address = ?";
  run(db, `UPDATE submission SET ${more} WHERE transfer_id = ?`, [decidedBy, decisionAddress, transferId]);
  const update = 'UPDATE item SET outcome = ? WHERE transfer_id = ? AND document_id = ?';
  for (const { documentId, outcome } of items) run(db, update, [outcome, transferId, documentId]);
}

function addPackage(db: DatabaseSync, { transferId, packageId, packageFile }: PackagePreserved['data']): void {
  const more = "status = 'preserved', package_id = ?, package_file = ?";
  run(db, `UPDATE submission SET ${more} WHERE transfer_id = ?`, [packageId, packageFile, transferId]);
}

function addReceipt(db: DatabaseSync, { transferId, kind, receiptAddress }: ReceiptIssued['data']): void {
  const place = '(SELECT COUNT(*) FROM receipt WHERE transfer_id = ?)';
  run(db, `INSERT INTO receipt VALUES (?, ${place}, ?, ?)`, [transferId, transferId, kind, receiptAddress]);
}
