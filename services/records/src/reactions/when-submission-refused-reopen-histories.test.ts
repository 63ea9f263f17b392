import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { afterEach, expect, it } from 'vitest';
import { isUnderWay, itemsToSend, nextTransferId, transferRow, transfersOf } from '../reading/reading-transfer.ts';
import { transferHouse } from '../testing/transfer-house.ts';
import { folderId, items, prepare, submission, transferId } from '../transfer/transfer-fixtures.ts';
import { whenSubmissionRefusedReopenHistories } from './when-submission-refused-reopen-histories.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const streams = [{ stream: 'draft-1', whole: true, events: 1, revision: 0, leaf: '1'.repeat(64) }];

it('gives back what the archives refused, once: all of it may be sent again under another name', async () => {
  const house = await transferHouse(inMemoryObjectStore());
  stops.push(house.close);
  for (const documentId of items) await house.file(documentId);
  await house.onTransfer(prepare());
  await house.onTransfer(submission);
  for (const documentId of items)
    await house.onRecord(documentId, { type: 'CloseHistory', history: { documentId, transferId, streams } });
  await house.onTransfer({ type: 'RefuseSubmission', code: 'submission-malformed' });
  for (const _ of ['at once', 'after a restart']) {
    const reaction = whenSubmissionRefusedReopenHistories(house.context);
    stops.push(reaction.stop);
    await reaction.settled();
  }
  for (const documentId of items) expect(await house.record(documentId)).toEqual(['HistoryClosed', 'HistoryReopened']);
  await house.caughtUp();
  const row = house.context.transfers.db.prepare('SELECT * FROM transfer').get();
  expect(transferRow(row ?? {}).status).toBe('refused');
  const earlier = await transfersOf(house.context, folderId);
  expect(itemsToSend(house.context, folderId, earlier)).toEqual(items);
  expect(await isUnderWay(house.context, items, earlier)).toBe(false);
  expect(nextTransferId(house.context, folderId, earlier)).not.toBe(transferId);
});
