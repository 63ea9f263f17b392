import type { EventStore } from '@sillok/event-store';
import { esdbEventStore } from '@sillok/event-store/esdb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEsdbPeer } from './esdb-peer/esdb-peer.ts';
import type { PeerProposal } from './esdb-peer/peer-log.ts';
import { eventIds, fill, idsOf, isCaughtUp, someEvent, takeUntil } from './samples.ts';

describe('logs beside each other on one server', () => {
  test('are appended to, read and followed apart, and apart from what the server writes for itself', async () => {
    const { peer, open } = await started();
    const logs = ['ministry', 'ministry-2', 'archives'].map(open);
    peer.log.append('$stats-127.0.0.1:2113', -1, [systemProposal]);
    const followed = logs.map(follow);
    await Promise.all(followed.map((messages) => takeUntil(messages, isCaughtUp)));
    for (const [index, log] of logs.entries()) await fill(log, 'case-1', index + 1);
    peer.log.append('$$ministry/case-1', -1, [{ ...systemProposal, type: '$metadata' }]);
    for (const [index, log] of logs.entries()) {
      const ids = await idsOf(log.readStream('case-1'));
      expect(ids).toHaveLength(index + 1);
      expect(await idsOf(log.readAll())).toEqual(ids);
      const messages = followed[index];
      if (messages !== undefined) expect(eventIds(await takeUntil(messages, isCaughtUp))).toEqual(ids);
    }
  });

  test('keep each place of one of them good for it, however much another grows', async () => {
    const { open } = await started();
    const [small, big] = [open('small'), open('big')];
    const { position } = await small.append('case-1', -1, [someEvent()]);
    await fill(big, 'case-1', 1_200);
    const { position: last } = await small.append('case-2', -1, [someEvent()]);
    const [next] = await idsOf(small.readAll(position));
    expect(next).toBe((await idsOf(small.readStream('case-2')))[0]);
    expect(await idsOf(small.readAll(last))).toEqual([]);
  });
});

describe('esdbEventStore', () => {
  test('stores the exact bytes as a binary event, its id and MAC beside', async () => {
    const { peer, open } = await started();
    const event = someEvent({ said: '기록' });
    await open('ministry').append('case-1', -1, [event]);
    const [record] = peer.log.stream('ministry/case-1') ?? [];
    expect(record).toMatchObject({ type: event.type, contentType: 'application/octet-stream', revision: 0 });
    expect(Buffer.from(record?.data ?? []).equals(event.bytes)).toBe(true);
    expect(JSON.parse(Buffer.from(record?.metadata ?? []).toString())).toEqual({ id: event.id, mac: event.mac });
  });

  test('halts at an event in its log that it never wrote', async () => {
    const { peer, open } = await started();
    peer.log.append('ministry/case-1', -1, [systemProposal]);
    const damaged = { code: 'DATA_FOLDER_DAMAGED' };
    await expect(idsOf(open('ministry').readAll())).rejects.toMatchObject(damaged);
    await expect(idsOf(open('ministry').readStream('case-1'))).rejects.toMatchObject(damaged);
  });

  test.each([
    { title: 'a log that would be another one’s stream', log: 'ministry/case' },
    { title: 'a log of the server’s own', log: '$ministry' },
    { title: 'a log without a name', log: '' },
    { title: 'a secure connection that names no user', log: 'ministry', connectionString: 'esdb://127.0.0.1:2113' },
  ])('calls $title a mistake', ({ log, connectionString = 'esdb://127.0.0.1:1?tls=false' }) => {
    expect(() => esdbEventStore({ connectionString, log })).toThrow(RangeError);
  });
});

const systemProposal: PeerProposal = {
  id: '0b9e7d2c-4f1a-4a77-9d0f-0a5a5d0c9b11',
  type: '$statsCollected',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: new Uint8Array(),
};

async function started() {
  const peer = await startEsdbPeer();
  onTestFinished(() => peer.close());
  return {
    peer,
    open(log: string): EventStore {
      const store = esdbEventStore({ connectionString: peer.connectionString, log });
      onTestFinished(() => store.close());
      return store;
    },
  };
}

function follow(log: EventStore) {
  const aborting = new AbortController();
  onTestFinished(() => aborting.abort());
  return log.subscribe({ signal: aborting.signal })[Symbol.asyncIterator]();
}
