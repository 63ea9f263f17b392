import type { Arrive } from './commands/arrive.ts';
import type { DecidedItem } from './commands/decide-items.ts';
import type { RecordInspection } from './commands/record-inspection.ts';

/** A folder of two records, on its way through the archives. */
export const transferId = 'transfer-0001';
export const [letter, report] = ['document-letter', 'document-report'] as const;

export const arriving: Arrive = {
  type: 'Arrive',
  arrived: {
    transferId,
    senderId: 'mopa',
    folderId: 'folder-0001',
    packageAddress: 'a'.repeat(64),
    packageBytes: 1_000,
    packageDigest: 'b'.repeat(64),
    metsDigest: 'c'.repeat(64),
    answers: 'd'.repeat(64),
    items: [letter, report],
    previousTransferId: null,
    arrivedAt: '2045-03-01T09:00:00.000Z',
  },
};

/** The report's scan cannot be opened. */
export const inspecting: RecordInspection = {
  type: 'RecordInspection',
  inspected: {
    transferId,
    reportAddress: 'e'.repeat(64),
    packageCodes: [],
    items: [
      { documentId: letter, blocking: false, codes: [] },
      { documentId: report, blocking: true, codes: ['file-cannot-be-opened'] },
    ],
  },
};

export const accepted: DecidedItem = { documentId: letter, outcome: 'accepted', codes: [], hasReason: false };
export const returned: DecidedItem = {
  documentId: report,
  outcome: 'returned',
  codes: ['file-cannot-be-opened'],
  hasReason: false,
};

export function deciding(...items: readonly DecidedItem[]) {
  return { type: 'DecideItems', decidedBy: 'person-archivist', decisionAddress: 'f'.repeat(64), items } as const;
}

export const confirming = {
  type: 'Confirm',
  confirmedBy: 'person-head',
  decision: 'f'.repeat(64),
  at: '2045-03-02T09:00:00.000Z',
} as const;
