import type { EventFilter, Position } from '@sillok/event-store';
import { matchesFilter } from '@sillok/event-store';
import { expect, test } from 'vitest';
import type { OpenStore, StoreTraits } from './samples.ts';
import { all, fill, idsOf, opened, someEvent, someEvents } from './samples.ts';

export function reading(open: OpenStore, { sharesPositions = false }: StoreTraits): void {
  test('finds nothing in an empty log', async () => {
    await using store = await opened(open);
    expect(await all(store.log.readAll())).toEqual([]);
    expect(await all(store.log.readStream('case-1'))).toEqual([]);
  });

  test('reads all streams in the order in which they were appended to', async () => {
    await using store = await opened(open);
    const given = [];
    for (const [stream, expected] of [
      ['b', -1],
      ['a', -1],
      ['b', 1],
      ['c', -1],
      ['a', 1],
    ] as const) {
      const events = someEvents(2);
      given.push(...events.map((event) => event.id));
      await store.log.append(stream, expected, events);
    }
    expect(await idsOf(store.log.readAll())).toEqual(given);
  });

  test('reads on after a position, and nothing after the last', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 5);
    const events = await all(store.log.readAll());
    expect(events).toHaveLength(5);
    expect(await all(store.log.readAll(events[1]?.position))).toEqual(events.slice(2));
    expect(await all(store.log.readAll(events[4]?.position))).toEqual([]);
  });

  test('reads a stream from a revision, the same events as in the whole log', async () => {
    await using store = await opened(open);
    await fill(store.log, 'other', 3);
    await fill(store.log, 'case-1', 5);
    const whole = (await all(store.log.readAll())).filter((event) => event.stream === 'case-1');
    expect(whole).toHaveLength(5);
    expect(await all(store.log.readStream('case-1'))).toEqual(whole);
    expect(await all(store.log.readStream('case-1', 3))).toEqual(whole.slice(3));
    expect(await all(store.log.readStream('case-1', 5))).toEqual([]);
  });

  test('reads long streams and long logs without gap or duplicate', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 1_300);
    await fill(store.log, 'case-2', 1_300);
    const revisions = Array.from({ length: 1_300 }, (_, index) => index);
    expect((await all(store.log.readStream('case-2'))).map((event) => event.revision)).toEqual(revisions);
    expect((await all(store.log.readAll())).map((event) => event.revision)).toEqual([...revisions, ...revisions]);
  });

  test('ends at what was the end when the reading began', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 600);
    let count = 0;
    for await (const event of store.log.readAll()) {
      count += 1;
      await store.log.append(`other-${event.revision}`, -1, [someEvent()]);
    }
    expect(count).toBe(600);
  });

  test.each<{ filter: EventFilter; found: readonly string[] }>([
    { filter: {}, found: ['case-1 a.X.v1', 'case-1 b.Y.v1', 'Case-2 a.Y.v1', '문서-1 b.X.v1', '𝒸-1 a.X.v1'] },
    { filter: { streamPrefixes: ['case-'] }, found: ['case-1 a.X.v1', 'case-1 b.Y.v1'] },
    { filter: { streamPrefixes: ['문서-', '𝒸'] }, found: ['문서-1 b.X.v1', '𝒸-1 a.X.v1'] },
    { filter: { typePrefixes: ['a.X', 'b.X'] }, found: ['case-1 a.X.v1', '문서-1 b.X.v1', '𝒸-1 a.X.v1'] },
    { filter: { streamPrefixes: ['case-', 'Case-'], typePrefixes: ['a.'] }, found: ['case-1 a.X.v1', 'Case-2 a.Y.v1'] },
    { filter: { streamPrefixes: ['case-%', '*', 'ase-', '-1'] }, found: [] },
    { filter: { typePrefixes: [] }, found: [] },
  ])('filters by the beginnings of stream and type: $filter', async ({ filter, found }) => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, [someEvent(null, 'a.X.v1'), someEvent(null, 'b.Y.v1')]);
    await store.log.append('Case-2', -1, [someEvent(null, 'a.Y.v1')]);
    await store.log.append('문서-1', -1, [someEvent(null, 'b.X.v1')]);
    await store.log.append('𝒸-1', -1, [someEvent(null, 'a.X.v1')]);
    const everything = await all(store.log.readAll());
    expect(everything).toHaveLength(5);
    const read = await all(store.log.readAll(undefined, filter));
    expect(read.map((event) => `${event.stream} ${event.type}`)).toEqual(found);
    expect(read).toEqual(everything.filter((event) => matchesFilter(event, filter)));
  });

  test('calls a position that is none, or beyond the end, a mistake', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 2);
    const [, last] = await all(store.log.readAll());
    await using emptier = await opened(open);
    await expect(all(emptier.log.readAll('no position' as Position))).rejects.toBeInstanceOf(RangeError);
    const reading = all(emptier.log.readAll(last?.position));
    if (sharesPositions) expect(await reading).toEqual([]);
    else await expect(reading).rejects.toBeInstanceOf(RangeError);
  });
}
