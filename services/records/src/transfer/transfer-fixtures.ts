import type { Folded } from '@sillok/decider';
import type { TransferReceipt, TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { FailSelfInspection } from './commands/fail-self-inspection.ts';
import type { PrepareTransfer, TransferFacts } from './commands/prepare-transfer.ts';
import type { RecordSubmission } from './commands/record-submission.ts';
import type { TakeReceipt } from './commands/take-receipt.ts';
import type { TransferEvent } from './transfer-event.ts';

/** A transfer of a folder with three records, step by step. */
export const transferId = 'transfer-0001';
export const folderId = 'folder-00001';
export const archivesId = 'archives';
export const items = ['document-0001', 'document-0002', 'document-0003'];
export const answers = 'a'.repeat(64);
const packageDigest = 'c'.repeat(64);
const address = 'b'.repeat(64);
const at = '2026-03-02T09:00:00.000Z';

export const ready: TransferFacts = {
  folder: { status: 'closed', custody: 'records-centre' },
  archivesIn: 2032,
  isArchives: true,
  hasOpenCase: false,
  isUnderWay: false,
  reviewsDue: [],
};

export const transfer: PrepareTransfer['transfer'] = {
  transferId,
  folderId,
  archivesId,
  unitId: 'unit-00001',
  items,
  previousTransferId: null,
  agreement: null,
  preparedBy: 'person-centre',
  on: '2032-03-02',
};

export function prepare(
  facts: Partial<TransferFacts> = {},
  more: Partial<PrepareTransfer['transfer']> = {},
): PrepareTransfer {
  return { type: 'PrepareTransfer', transfer: { ...transfer, ...more }, facts: { ...ready, ...facts } };
}

export const submission: RecordSubmission = {
  type: 'RecordSubmission',
  built: {
    transferId,
    packageAddress: address,
    packageBytes: 100,
    packageDigest,
    metsDigest: 'd'.repeat(64),
    answers,
  },
};

export const failure: FailSelfInspection = {
  type: 'FailSelfInspection',
  failed: { transferId, reportAddress: address, codes: ['CSIP1'] },
};

export function digestOf(kind: TransferReceiptKind): string {
  return Buffer.from(kind.padEnd(32, '.')).toString('hex');
}

/** Of the three the first two are accepted, unless it says otherwise. */
export function receiptOf(kind: TransferReceiptKind, more: Partial<TransferReceipt> = {}): TakeReceipt {
  const outcome = (index: number) => (kind === 'accepted' && index < 2 ? 'accepted' : 'returned');
  const said = items.map((documentId, index) => ({
    documentId,
    outcome: outcome(index),
    codes: outcome(index) === 'returned' ? ['file-empty'] : [],
    files: [],
  })) satisfies TransferReceipt['items'];
  const receipt: TransferReceipt = {
    type: 'transfer-receipt',
    version: 1,
    kind,
    from: archivesId,
    to: 'munhwa',
    transferId,
    answers,
    previous: kind === 'arrived' ? null : digestOf('arrived'),
    package: { sha256: packageDigest, bytes: 100 },
    items: kind === 'arrived' ? [] : said,
    counts: { offered: 3, accepted: kind === 'accepted' ? 2 : 0, returned: kind === 'accepted' ? 1 : 3 },
    ...(kind === 'accepted' ? { accession: '2032-0001' } : {}),
    at,
    checkpoint: null,
    ...more,
  };
  return { type: 'TakeReceipt', receipt, receiptAddress: address, receiptDigest: digestOf(kind) };
}

const prepared: Folded<TransferEvent> = { type: 'records.TransferPrepared.v1', data: transfer };
const built: Folded<TransferEvent> = { type: 'records.SubmissionBuilt.v1', data: submission.built };
const delivered: Folded<TransferEvent> = { type: 'records.SubmissionDelivered.v1', data: { transferId } };
const failed: Folded<TransferEvent> = { type: 'records.SelfInspectionFailed.v1', data: failure.failed };

const refused: Folded<TransferEvent> = {
  type: 'records.SubmissionRefused.v1',
  data: { transferId, code: 'submission-malformed' },
};

export const until = {
  prepared: [prepared],
  failed: [prepared, failed],
  built: [prepared, built],
  delivered: [prepared, built, delivered],
  refused: [prepared, built, refused],
} as const;
