import type { EventStore, SubscribeOptions, SubscriptionMessage } from '@sillok/event-store';
import { expect, test } from 'vitest';
import type { OpenStore } from './samples.ts';
import { all, eventIds, fill, idsOf, isCaughtUp, opened, someEvent, takeUntil } from './samples.ts';

export function following(open: OpenStore): void {
  test('says at once that it caught up with an empty log, then delivers live', async () => {
    await using store = await opened(open);
    using reader = follow(store.log);
    expect(await takeUntil(reader.messages, isCaughtUp)).toEqual([{ kind: 'caught-up' }]);
    const waiting = takeUntil(reader.messages, isCaughtUp);
    const { position } = await store.log.append('case-1', -1, [someEvent()]);
    const [event] = await all(store.log.readAll());
    expect(await waiting).toEqual([{ kind: 'event', event }, { kind: 'checkpoint', position }, { kind: 'caught-up' }]);
  });

  test('delivers what was there, then what comes, without gap or duplicate, under concurrent writers', async () => {
    await using store = await opened(open);
    await fill(store.log, 'before', 700);
    using reader = follow(store.log);
    const taking = takeUntil(reader.messages, countedTo(1_000));
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (let index = 0; index < 30; index += 1) await store.log.append(`w-${writer}`, index - 1, [someEvent()]);
    });
    await Promise.all(writers);
    const delivered = eventIds(await taking);
    expect(delivered).toHaveLength(1_000);
    expect(delivered).toEqual(await idsOf(store.log.readAll()));
  });

  test('says once more that it caught up after it had fallen behind', async () => {
    await using store = await opened(open);
    using reader = follow(store.log);
    await takeUntil(reader.messages, isCaughtUp);
    for (const stream of ['case-1', 'case-2']) {
      await fill(store.log, stream, 1_100);
      const burst = await takeUntil(reader.messages, isCaughtUp);
      expect(eventIds(burst)).toHaveLength(1_100);
    }
  });

  test('resumes after an event', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 10);
    const events = await all(store.log.readAll());
    using reader = follow(store.log, { after: events[6]?.position });
    const delivered = eventIds(await takeUntil(reader.messages, isCaughtUp));
    expect(delivered).toEqual(events.slice(7).map((event) => event.id));
    expect(delivered).toHaveLength(3);
  });

  test('delivers only what the filter lets through, while catching up and live', async () => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, [someEvent(null, 'a.X.v1'), someEvent(null, 'b.X.v1')]);
    using reader = follow(store.log, { filter: { streamPrefixes: ['case-'], typePrefixes: ['b.'] } });
    const caughtUp = await takeUntil(reader.messages, isCaughtUp);
    const wanted = [someEvent(null, 'b.Y.v1'), someEvent(null, 'b.Z.v1')];
    await store.log.append('other-1', -1, [someEvent(null, 'b.X.v1')]);
    await store.log.append('case-2', -1, [someEvent(null, 'a.Y.v1'), ...wanted]);
    const live = await takeUntil(reader.messages, countedTo(2));
    const [, first] = await idsOf(store.log.readStream('case-1'));
    expect(eventIds(caughtUp)).toEqual([first]);
    expect(eventIds(live)).toEqual(wanted.map((event) => event.id));
  });

  test('leaves a checkpoint at least every 1,000 events that it looked at', async () => {
    await using store = await opened(open);
    await fill(store.log, 'other', 3_300);
    await store.log.append('case-1', -1, [someEvent()]);
    const places = new Map((await all(store.log.readAll())).map((event, index) => [event.position, index + 1]));
    using reader = follow(store.log, { filter: { streamPrefixes: ['case-'] } });
    const messages = await takeUntil(reader.messages, isCaughtUp);
    const marks = checkpoints(messages).map((position) => places.get(position) ?? Number.NaN);
    expect(eventIds(messages)).toHaveLength(1);
    expect(marks.at(-1)).toBe(3_301);
    expect(Math.max(...marks.map((mark, index) => mark - (marks[index - 1] ?? 0)))).toBeLessThanOrEqual(1_000);
  });

  test('leaves a checkpoint live, after events that the filter left out, from which another resumes', async () => {
    await using store = await opened(open);
    const filter = { streamPrefixes: ['case-'] };
    using reader = follow(store.log, { filter });
    await takeUntil(reader.messages, isCaughtUp);
    await store.log.append('other-1', -1, [someEvent()]);
    const [after] = checkpoints(await takeUntil(reader.messages, isCaughtUp));
    const wanted = someEvent();
    await store.log.append('case-1', -1, [wanted]);
    expect(after).toBeDefined();
    using next = follow(store.log, { filter, after });
    expect(eventIds(await takeUntil(next.messages, isCaughtUp))).toEqual([wanted.id]);
  });

  test('serves many readers, each at its own pace', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 600);
    using slow = follow(store.log);
    await takeUntil(slow.messages, countedTo(1));
    const readers = Array.from({ length: 8 }, () => follow(store.log));
    await Promise.all(readers.map((reader) => takeUntil(reader.messages, isCaughtUp)));
    const live = readers.map((reader) => takeUntil(reader.messages, isCaughtUp));
    const event = someEvent();
    await store.log.append('case-2', -1, [event]);
    expect((await Promise.all(live)).map(eventIds)).toEqual(readers.map(() => [event.id]));
    expect(eventIds(await takeUntil(slow.messages, isCaughtUp))).toHaveLength(600);
    for (const reader of readers) reader[Symbol.dispose]();
  });

  test('ends when the signal aborts: before it began, between two events and while it waits', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 10);
    expect(await all(store.log.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
    using between = follow(store.log);
    await takeUntil(between.messages, countedTo(3));
    between.abort();
    expect(await between.messages.next()).toEqual({ done: true, value: undefined });
    using waiting = follow(store.log);
    await takeUntil(waiting.messages, isCaughtUp);
    const next = waiting.messages.next();
    waiting.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
}

function follow(log: EventStore, options: Omit<SubscribeOptions, 'signal'> = {}) {
  const aborting = new AbortController();
  const messages = log.subscribe({ ...options, signal: aborting.signal })[Symbol.asyncIterator]();
  const abort = () => aborting.abort();
  return { messages, abort, [Symbol.dispose]: abort };
}

function countedTo(count: number): (message: SubscriptionMessage) => boolean {
  let seen = 0;
  return (message) => {
    if (message.kind === 'event') seen += 1;
    return seen === count;
  };
}

function checkpoints(messages: readonly SubscriptionMessage[]) {
  return messages.flatMap((message) => (message.kind === 'checkpoint' ? [message.position] : []));
}
