import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { afterEach, describe, expect, it } from 'vitest';
import { recordDecider, recordStream } from '../record/decide.ts';
import type { MadeSubmission } from '../sending/make-submission.ts';
import { transferHouse } from '../testing/transfer-house.ts';
import { failure, items, prepare, submission, transferId } from '../transfer/transfer-fixtures.ts';
import { whenTransferPreparedBuildSubmission } from './when-transfer-prepared-build-submission.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const sealed = (documentId: string) =>
  ({
    type: 'SealRecord',
    sealed: {
      documentId,
      sealId: 'seal-00001',
      sealVersion: 1,
      recordCopyAddress: '1'.repeat(64),
      recordCopyBytes: 10,
      evidenceAddress: '2'.repeat(64),
    },
    recordCopyDigest: '3'.repeat(64),
  }) as const;

async function house() {
  const one = await transferHouse(inMemoryObjectStore());
  stops.push(one.close);
  for (const documentId of items) await one.onRecord(documentId, sealed(documentId));
  const build = (make: () => Promise<MadeSubmission>) => {
    const worker = whenTransferPreparedBuildSubmission(one.context, make);
    stops.push(worker.stop);
    return worker;
  };
  return { ...one, build };
}

describe('a transfer that was prepared', () => {
  it('ends the history of each record, names all its streams, and is built', async () => {
    const one = await house();
    const worker = one.build(async () => submission.built);
    await one.onTransfer(prepare());
    await worker.settled();
    expect(await one.transfer()).toEqual(['TransferPrepared', 'SubmissionBuilt']);
    for (const documentId of items) {
      expect(await one.record(documentId)).toEqual(['RecordSealed', 'HistoryClosed']);
      const [, closed] = await one.context.journal.eventsOf(recordStream(documentId));
      expect(closed?.data).toMatchObject({
        streams: [{ stream: recordStream(documentId), whole: true, events: 1, revision: 0 }],
      });
    }
  });

  it('gives its records back where the house’s own inspection stops it', async () => {
    const one = await house();
    const worker = one.build(async () => failure.failed);
    await one.onTransfer(prepare());
    await worker.settled();
    expect(await one.transfer()).toEqual(['TransferPrepared', 'SelfInspectionFailed']);
    for (const documentId of items) {
      expect(await one.record(documentId)).toEqual(['RecordSealed', 'HistoryClosed', 'HistoryReopened']);
      expect(await one.context.journal.stateOf(recordDecider, recordStream(documentId))).toMatchObject({
        closedFor: undefined,
      });
    }
  });

  it.each([
    ['built', submission.built, ['RecordSealed', 'HistoryClosed']],
    ['stopped', failure.failed, ['RecordSealed', 'HistoryClosed', 'HistoryReopened']],
  ] as const)('is %s once, however often it was tried', async (_, made, record) => {
    const one = await house();
    let makings = 0;
    const first = one.build(() => Promise.reject(new Error('died')));
    await one.onTransfer(prepare());
    await expect.poll(() => one.alarms.length).toBeGreaterThan(0);
    await first.stop();
    const make = async () => {
      makings += 1;
      return made;
    };
    await one.build(make).settled();
    await one.build(make).settled();
    expect(makings).toBe(1);
    expect(await one.transfer()).toHaveLength(2);
    for (const documentId of items) expect(await one.record(documentId)).toEqual(record);
  });

  it('finds again what was made before a crash', async () => {
    const one = await house();
    await one.onTransfer(prepare());
    await one.context.effects.once(`submission-${transferId}`, async () =>
      new TextEncoder().encode(await one.context.transferContents.putJson(transferId, submission.built)),
    );
    await one.build(() => Promise.reject(new Error('made twice'))).settled();
    expect(await one.transfer()).toEqual(['TransferPrepared', 'SubmissionBuilt']);
  });
});
