import { esdbEventStore } from '@sillok/event-store/esdb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEsdbPeer } from './esdb-peer/esdb-peer.ts';
import { peerTls } from './esdb-peer/peer-tls.ts';
import { all, fill, isCaughtUp, someEvents, takeUntil } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a secure connection', () => {
  test('appends, reads and follows as the user that the connection string names', async () => {
    const { open } = await started();
    const log = open('ministry:s3cret%2F%40');
    await fill(log, 'case-1', 3);
    expect(await all(log.readStream('case-1'))).toHaveLength(3);
    expect(await all(log.readAll())).toHaveLength(3);
    const aborting = new AbortController();
    onTestFinished(() => aborting.abort());
    const messages = log.subscribe({ signal: aborting.signal })[Symbol.asyncIterator]();
    expect(await takeUntil(messages, isCaughtUp)).toHaveLength(5);
  });

  test('says at once that a wrong password is refused, and stores nothing', async () => {
    const { peer, open } = await started();
    const log = open('ministry:guessed');
    const refused = { code: 'EVENT_STORE_UNAVAILABLE', message: expect.stringContaining('credentials') };
    await expect(log.append('case-1', -1, someEvents(1))).rejects.toMatchObject(refused);
    await expect(all(log.readStream('case-1'))).rejects.toMatchObject(refused);
    await expect(all(log.readAll())).rejects.toMatchObject(refused);
    expect(peer.log.records).toEqual([]);
  });

  test('trusts nobody whose certificate another root signed', async () => {
    const { peer, open } = await started();
    const other = await peerTls(await temporaryFolder());
    const log = open('ministry:s3cret%2F%40', other.rootFile);
    await expect(log.append('case-1', -1, someEvents(1))).rejects.toMatchObject({ code: 'EVENT_STORE_UNAVAILABLE' });
    expect(peer.log.records).toEqual([]);
  });
});

async function started() {
  const tls = await peerTls(await temporaryFolder());
  const peer = await startEsdbPeer({ tls, user: 'ministry:s3cret/@' });
  onTestFinished(() => peer.close());
  return {
    peer,
    open(user: string, rootFile = tls.rootFile) {
      const connectionString = peer.connectionString.replace('//', `//${user}@`).replace(tls.rootFile, rootFile);
      const log = esdbEventStore({ connectionString, log: 'ministry', retries: 2 });
      onTestFinished(() => log.close());
      return log;
    },
  };
}
