import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { afterEach, describe, expect, it } from 'vitest';
import { transferHouse } from '../testing/transfer-house.ts';
import { folderId, items, prepare, receiptOf, submission, transferId } from '../transfer/transfer-fixtures.ts';
import { isAtArchives, isUnderWay, itemsToSend, nextTransferId, transferRow, transfersOf } from './reading-transfer.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const streams = [{ stream: 'draft-1', whole: true, events: 1, revision: 0, leaf: '1'.repeat(64) }];

async function house() {
  const one = await transferHouse(inMemoryObjectStore());
  stops.push(one.close);
  for (const documentId of items) await one.file(documentId);
  await one.caughtUp();
  const earlier = () => transfersOf(one.context, folderId);
  return {
    ...one,
    async nextId() {
      return nextTransferId(one.context, folderId, await earlier());
    },
    async left() {
      return itemsToSend(one.context, folderId, await earlier());
    },
    async isUnderWay() {
      return isUnderWay(one.context, items, await earlier());
    },
    status() {
      const row = one.context.transfers.db.prepare('SELECT * FROM transfer').get();
      return row && transferRow(row).status;
    },
  };
}

describe('what is to be sent of a folder', () => {
  it('is all that was filed in it, and after a transfer what was not accepted', async () => {
    const one = await house();
    expect(await one.left()).toEqual(items);
    await one.onTransfer(prepare());
    await one.onTransfer(submission);
    await one.onTransfer(receiptOf('accepted'));
    await one.caughtUp();
    expect(await one.left()).toEqual(['document-0003']);
  });

  it('goes under a name that follows from the attempt before it', async () => {
    const one = await house();
    const first = await one.nextId();
    expect(await one.nextId()).toBe(first);
    await one.onTransfer(prepare());
    await one.caughtUp();
    expect(await one.nextId()).not.toBe(first);
  });

  it('is under way until the archives have said what becomes of it and its records are back', async () => {
    const one = await house();
    expect(await one.isUnderWay()).toBe(false);
    await one.onTransfer(prepare());
    await one.onTransfer(submission);
    await one.caughtUp();
    expect(await one.isUnderWay()).toBe(true);
    const documentId = 'document-0003';
    await one.onRecord(documentId, { type: 'CloseHistory', history: { documentId, transferId, streams } });
    await one.onTransfer(receiptOf('accepted'));
    expect(await one.isUnderWay()).toBe(true);
    await one.onRecord(documentId, { type: 'ReopenHistory', reopened: { documentId, transferId, codes: [] } });
    expect(await one.isUnderWay()).toBe(false);
  });
});

describe('the list of transfers', () => {
  it('knows how far each has come, also where a weaker word comes later', async () => {
    const one = await house();
    const seen: unknown[] = [];
    const arrived = receiptOf('arrived');
    for (const command of [
      prepare(),
      submission,
      receiptOf('accepted'),
      arrived,
      { type: 'RecordDelivery' } as const,
    ]) {
      await one.onTransfer(command);
      await one.caughtUp();
      seen.push(one.status());
    }
    expect(seen).toEqual(['prepared', 'built', 'partly-accepted', 'partly-accepted', 'partly-accepted']);
  });

  it('knows which record is at the archives', async () => {
    const one = await house();
    const documentId = 'document-0001';
    const passed = {
      documentId,
      transferId,
      archivesId: 'archives',
      accession: '2032-1',
      receiptDigest: '1'.repeat(64),
    };
    await one.onRecord(documentId, { type: 'CloseHistory', history: { documentId, transferId, streams } });
    expect(isAtArchives(one.context, documentId)).toBe(false);
    await one.onRecord(documentId, { type: 'PassToArchives', passed });
    await one.caughtUp();
    expect(isAtArchives(one.context, documentId)).toBe(true);
    expect(isAtArchives(one.context, 'document-0002')).toBe(false);
  });
});
