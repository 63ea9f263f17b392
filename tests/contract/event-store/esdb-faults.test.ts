import { randomUUID } from 'node:crypto';
import { esdbEventStore } from '@sillok/event-store/esdb';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EsdbPeer } from './esdb-peer/esdb-peer.ts';
import { startEsdbPeer } from './esdb-peer/esdb-peer.ts';
import type { PeerProposal } from './esdb-peer/peer-log.ts';
import { all, eventIds, faultOf, fill, idsOf, isCaughtUp, someEvent, someEvents, takeUntil } from './samples.ts';

describe('an append whose answer was lost', () => {
  const breaks = ['before-storing', 'after-storing', 'long-before-storing'] as const;
  const cases = breaks.flatMap((where) => [true, false].map((remembersIds) => ({ where, remembersIds })));

  test.each(cases)('is made once: $where, server remembers ids: $remembersIds', async ({ where, remembersIds }) => {
    const { peer, open } = await started();
    const log = open();
    peer.log.remembersIds = remembersIds;
    await fill(log, 'case-1', 3);
    peer.breakAt(where);
    const events = someEvents(2);
    const result = await log.append('case-1', 2, events);
    const stored = await all(log.readStream('case-1'));
    expect(stored.slice(3).map((event) => event.id)).toEqual(events.map((event) => event.id));
    expect(stored.at(-1)).toMatchObject({ revision: 4, position: result.position });
    expect(result.revision).toBe(4);
  });

  test('is made once each, however many were under way', async () => {
    const { peer, open } = await started();
    const log = open();
    await fill(log, 'warm', 1);
    peer.breakAt('after-storing', 20);
    const appends = Array.from({ length: 60 }, (_, index) => log.append(`case-${index}`, -1, someEvents(2)));
    expect((await Promise.allSettled(appends)).map(faultOf)).toEqual(appends.map(() => 'none'));
    expect(await all(log.readAll())).toHaveLength(121);
  });

  test('is refused where another wrote in its place meanwhile', async () => {
    const { peer, open } = await started();
    const log = open();
    await fill(log, 'case-1', 1);
    const theirs = ['their-1', 'their-2'];
    peer.breakAt('before-storing', 1, () => peer.log.append('ministry/case-1', 0, theirs.map(foreignProposal)));
    await expect(log.append('case-1', 0, [someEvent()])).rejects.toMatchObject({
      code: 'EVENT_STORE_WRONG_REVISION',
      details: { stream: 'case-1', expected: 0, actual: 2 },
    });
    expect((await idsOf(log.readStream('case-1'))).slice(1)).toEqual(theirs);
  });

  test('leaves the other logs of the process in peace', async () => {
    const { peer, open } = await started();
    const elsewhere = await started();
    const [log, other] = [open(), elsewhere.open()];
    peer.breakAt('before-storing', 10);
    const appends = Array.from({ length: 30 }, (_, index) =>
      [log, other].map((each) => each.append(`case-${index}`, -1, [someEvent()])),
    ).flat();
    expect((await Promise.allSettled(appends)).map(faultOf)).toEqual(appends.map(() => 'none'));
    expect(await all(other.readAll())).toHaveLength(30);
    expect(await all(log.readAll())).toHaveLength(30);
  });

  test('fails at the end of patience where the server stays away', async () => {
    const { peer, open } = await started();
    const log = open({ retries: 1 });
    await fill(log, 'case-1', 2);
    peer.goAway();
    const unavailable = { code: 'EVENT_STORE_UNAVAILABLE' };
    await expect(log.append('case-1', 1, [someEvent()])).rejects.toMatchObject(unavailable);
    await expect(all(log.readStream('case-1'))).rejects.toMatchObject(unavailable);
    await expect(all(log.readAll())).rejects.toMatchObject(unavailable);
    peer.comeBack();
    expect(await log.append('case-1', 1, [someEvent()])).toMatchObject({ revision: 2 });
  });
});

describe('a reading whose connection breaks', () => {
  test('goes on without gap or duplicate: a stream and the whole log', async () => {
    const { peer, open } = await started();
    const log = open();
    await fill(log, 'case-1', 500);
    const revisions = Array.from({ length: 500 }, (_, index) => index);
    peer.breakAt('while-telling', 200);
    expect((await all(log.readStream('case-1'))).map((event) => event.revision)).toEqual(revisions);
    peer.breakAt('while-telling', 300);
    expect((await all(log.readAll())).map((event) => event.revision)).toEqual(revisions);
  });

  test('goes on as a subscription: while it catches up, live, and after the server was away', async () => {
    const { peer, open } = await started();
    const log = open();
    await fill(log, 'case-1', 500);
    peer.breakAt('while-telling', 250);
    const aborting = new AbortController();
    onTestFinished(() => aborting.abort());
    const messages = log.subscribe({ signal: aborting.signal })[Symbol.asyncIterator]();
    const delivered = eventIds(await takeUntil(messages, isCaughtUp));
    peer.breakConnections();
    await fill(log, 'case-2', 300);
    delivered.push(...eventIds(await takeUntil(messages, isCaughtUp)));
    peer.goAway();
    const waiting = takeUntil(messages, isCaughtUp);
    const late = log.append('case-3', -1, [someEvent()]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    peer.comeBack();
    await late;
    delivered.push(...eventIds(await waiting));
    expect(delivered).toHaveLength(801);
    expect(delivered).toEqual(await idsOf(log.readAll()));
  });
});

async function started() {
  const peer = await startEsdbPeer();
  onTestFinished(() => peer.close());
  return { peer, open: (more: { readonly retries?: number } = {}) => opened(peer, more) };
}

function opened(peer: EsdbPeer, more: { readonly retries?: number }) {
  const log = esdbEventStore({ connectionString: peer.connectionString, log: 'ministry', ...more });
  onTestFinished(() => log.close());
  return log;
}

/** What another process wrote. */
function foreignProposal(id: string): PeerProposal {
  return {
    id: randomUUID(),
    type: 'test.Happened.v1',
    contentType: 'application/octet-stream',
    data: new Uint8Array(),
    metadata: Buffer.from(JSON.stringify({ id, mac: '' })),
  };
}
