import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { afterEach, describe, expect, it } from 'vitest';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { recordDecider, recordStream } from '../record/decide.ts';
import { transferHouse } from '../testing/transfer-house.ts';
import {
  digestOf,
  folderId,
  items,
  prepare,
  receiptOf,
  submission,
  transferId,
} from '../transfer/transfer-fixtures.ts';
import { whenTransferReceiptTakenPassCustody } from './when-transfer-receipt-taken-pass-custody.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const folder = {
  folderId,
  unitId: 'unit-00001',
  unitTaskId: 'task-0001',
  year: 2026,
  retention: '30',
  multiYear: false,
};
const law = { on: '2026-12-31', start: '2027-01-01', periods: [], packDigest: '0'.repeat(64) };
const streams = [{ stream: 'draft-1', whole: true, events: 1, revision: 0, leaf: '1'.repeat(64) }];

async function sent() {
  const house = await transferHouse(inMemoryObjectStore());
  stops.push(house.close);
  await house.onFolder({ type: 'OpenFolder', folder, title: '철' });
  await house.onFolder({ type: 'CloseFolder', folderId, law, place: [] });
  await house.onFolder({ type: 'OfferTransfer', folderId, offeredBy: 'person-unit', on: '2027-01-02' });
  const accept = { folderId, acceptedBy: 'person-centre', on: '2027-01-03', dueBy: '2027-12-31' };
  await house.onFolder({ type: 'AcceptTransfer', ...accept });
  await house.onTransfer(prepare());
  await house.onTransfer(submission);
  for (const documentId of items)
    await house.onRecord(documentId, { type: 'CloseHistory', history: { documentId, transferId, streams } });
  const react = () => {
    const reaction = whenTransferReceiptTakenPassCustody(house.context);
    stops.push(reaction.stop);
    return reaction;
  };
  return { ...house, react };
}

const all = items.map((documentId) => ({
  documentId,
  outcome: 'accepted',
  codes: [],
  files: [],
})) satisfies TransferReceipt['items'];

describe('what the archives say', () => {
  it('passes each record that they accepted, and gives back each that they returned', async () => {
    const house = await sent();
    const reaction = house.react();
    await house.onTransfer(receiptOf('accepted'));
    await reaction.settled();
    expect(await house.record('document-0001')).toEqual(['HistoryClosed', 'PassedToArchives']);
    expect(await house.record('document-0002')).toEqual(['HistoryClosed', 'PassedToArchives']);
    expect(await house.record('document-0003')).toEqual(['HistoryClosed', 'HistoryReopened']);
    expect(await house.folder()).not.toContain('FolderPassedToArchives');
    expect(await house.context.journal.stateOf(recordDecider, recordStream('document-0001'))).toMatchObject({
      passed: { archivesId: 'archives', accession: '2032-0001', receiptDigest: digestOf('accepted') },
    });
  });

  it('passes the folder once nothing of it is left here', async () => {
    const house = await sent();
    const reaction = house.react();
    await house.onTransfer(receiptOf('accepted', { items: all }));
    await reaction.settled();
    expect(await house.context.journal.stateOf(folderDecider, folderStream(folderId))).toMatchObject({
      custody: 'archives',
    });
  });

  it('keeps the folder while more lies in it than one transfer carried', async () => {
    const house = await sent();
    await house.file('document-0004');
    const reaction = house.react();
    await house.onTransfer(receiptOf('accepted', { items: all }));
    await reaction.settled();
    for (const documentId of items)
      expect(await house.record(documentId)).toEqual(['HistoryClosed', 'PassedToArchives']);
    expect(await house.folder()).not.toContain('FolderPassedToArchives');
    expect(house.alarms).toEqual([]);
  });

  it('gives everything back where nothing was accepted, and nothing on arrival', async () => {
    const house = await sent();
    const reaction = house.react();
    await house.onTransfer(receiptOf('arrived'));
    await reaction.settled();
    for (const documentId of items) expect(await house.record(documentId)).toEqual(['HistoryClosed']);
    await house.onTransfer(receiptOf('returned'));
    await reaction.settled();
    for (const documentId of items)
      expect(await house.record(documentId)).toEqual(['HistoryClosed', 'HistoryReopened']);
    expect(await house.folder()).not.toContain('FolderPassedToArchives');
  });

  it('has its effect once, however often the log is read', async () => {
    const house = await sent();
    await house.onTransfer(receiptOf('accepted', { items: all }));
    await house.react().settled();
    await house.react().settled();
    for (const documentId of items)
      expect(await house.record(documentId)).toEqual(['HistoryClosed', 'PassedToArchives']);
    expect((await house.folder()).filter((type) => type === 'FolderPassedToArchives')).toHaveLength(1);
  });
});
