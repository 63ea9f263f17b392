import type { Arrive } from './commands/arrive.ts';
import type { ReceiveDocument } from './commands/receive-document.ts';

/** One letter from the other ministry, on its way through the house. */
export const way = { documentId: 'incoming-0001', senderId: 'munhwa', dispatchId: 'dispatch-0001' };
export const effectiveAt = '2014-03-03T09:00:00.000Z';

export const arriving: Arrive = {
  type: 'Arrive',
  arrived: {
    ...way,
    sequence: 1,
    senderNumber: '기록정책과-1',
    sentAt: '2014-03-03T08:59:59.000Z',
    effectiveAt,
    messageAddress: 'a'.repeat(64),
    containerDigest: 'b'.repeat(64),
    messageDigest: 'c'.repeat(64),
    copyAddress: 'd'.repeat(64),
  },
  title: 'A letter',
};

export const distributing = {
  type: 'DistributeToUnit',
  personId: 'person-registry',
  unitId: 'unit-00001',
  unitExists: true,
} as const;

export const receiving: ReceiveDocument = {
  type: 'ReceiveDocument',
  personId: 'person-clerk',
  folderId: 'folder-0001',
  folder: { open: true, unitId: 'unit-00001' },
  register: { scope: 'MOPA', year: 2014, book: 'received' },
  at: '2014-03-05T09:00:00.000Z',
  title: 'A letter',
};
