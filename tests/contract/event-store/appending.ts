import { comparePositions } from '@sillok/event-store';
import { expect, test } from 'vitest';
import type { OpenStore } from './samples.ts';
import { all, faultOf, idsOf, opened, someEvent, someEvents } from './samples.ts';

export function appending(open: OpenStore): void {
  test('counts the revisions of a stream from 0', async () => {
    await using store = await opened(open);
    expect(await store.log.append('case-1', -1, someEvents(2))).toMatchObject({ revision: 1 });
    expect(await store.log.append('case-1', 1, someEvents(1))).toMatchObject({ revision: 2 });
    expect((await all(store.log.readStream('case-1'))).map((event) => event.revision)).toEqual([0, 1, 2]);
  });

  test.each([
    { title: 'a new stream where one is', expected: -1 },
    { title: 'a revision that is past', expected: 0 },
    { title: 'a revision that is not there yet', expected: 2 },
  ])('refuses to append at $title, and appends nothing', async ({ expected }) => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, someEvents(2));
    await expect(store.log.append('case-1', expected, someEvents(3))).rejects.toMatchObject({
      code: 'EVENT_STORE_WRONG_REVISION',
      details: { stream: 'case-1', expected, actual: 1 },
    });
    expect(await all(store.log.readAll())).toHaveLength(2);
  });

  test('refuses to go on with a stream that is not there', async () => {
    await using store = await opened(open);
    await expect(store.log.append('case-1', 0, someEvents(1))).rejects.toMatchObject({
      code: 'EVENT_STORE_WRONG_REVISION',
      details: { expected: 0, actual: -1 },
    });
    expect(await all(store.log.readStream('case-1'))).toEqual([]);
  });

  test('lets exactly one of 1,000 writers win who race for the same revision', async () => {
    await using store = await opened(open);
    for (const expected of [-1, 0]) {
      const racing = Array.from({ length: 1_000 }, () => store.log.append('case-1', expected, [someEvent()]));
      const ends = (await Promise.allSettled(racing)).map(faultOf);
      expect(ends.filter((end) => end === 'none')).toHaveLength(1);
      expect(ends.filter((end) => end === 'EVENT_STORE_WRONG_REVISION')).toHaveLength(999);
    }
    expect(await all(store.log.readStream('case-1'))).toHaveLength(2);
  });

  test('keeps the neighbours of an append that is refused', async () => {
    await using store = await opened(open);
    const together = ['case-1', 'case-2', 'case-1', 'case-3'].map((name) => store.log.append(name, -1, someEvents(2)));
    expect((await Promise.allSettled(together)).map(faultOf)).toEqual([
      'none',
      'none',
      'EVENT_STORE_WRONG_REVISION',
      'none',
    ]);
    expect((await all(store.log.readAll())).map((event) => `${event.stream} ${event.revision}`)).toEqual([
      'case-1 0',
      'case-1 1',
      'case-2 0',
      'case-2 1',
      'case-3 0',
      'case-3 1',
    ]);
  });

  test('goes on from a revision that an append under way will make', async () => {
    await using store = await opened(open);
    const together = [-1, 0, 1].map((expected) => store.log.append('case-1', expected, [someEvent()]));
    expect((await Promise.all(together)).map((result) => result.revision)).toEqual([0, 1, 2]);
  });

  test('gives rising positions over all streams, the last of which it answers', async () => {
    await using store = await opened(open);
    const answered = [];
    for (const name of ['case-1', 'case-2', 'case-3']) {
      answered.push((await store.log.append(name, -1, someEvents(3))).position);
    }
    const positions = (await all(store.log.readAll())).map((event) => event.position);
    expect(positions).toHaveLength(9);
    expect(
      positions.slice(1).every((position, index) => comparePositions(position, positions[index] ?? position) > 0),
    ).toBe(true);
    expect(answered).toEqual([positions[2], positions[5], positions[8]]);
  });

  test('stores what it was given, byte for byte, whatever the caller does with its buffer afterwards', async () => {
    await using store = await opened(open);
    const notText = Uint8Array.from({ length: 256 }, (_, index) => index);
    const buffer = Buffer.from('before [the event] after');
    const view = buffer.subarray(8, 17);
    const given = [notText, new Uint8Array(), view].map((bytes) => ({ ...someEvent(), bytes }));
    const appending = store.log.append('사건-1', -1, given);
    buffer.fill(0);
    await appending;
    const stored = await all(store.log.readStream('사건-1'));
    expect(stored.map((event) => [...event.bytes])).toEqual([[...notText], [], [...Buffer.from('the event')]]);
    expect(stored.map(({ id, type, mac }) => ({ id, type, mac }))).toEqual(
      given.map(({ id, type, mac }) => ({ id, type, mac })),
    );
  });

  test('gives each reader bytes of its own', async () => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, [{ ...someEvent(), bytes: new Uint8Array([1, 2, 3]) }]);
    for (const event of await all(store.log.readAll())) event.bytes.fill(9);
    const [stored] = await all(store.log.readStream('case-1'));
    expect([...(stored?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  test('keeps streams apart whose names differ in case or in form alone', async () => {
    await using store = await opened(open);
    const names = ['case-é', 'case-e\u0301', 'Case-é', 'case-é '];
    for (const name of names) await store.log.append(name, -1, someEvents(1));
    for (const name of names) expect(await idsOf(store.log.readStream(name))).toHaveLength(1);
  });
}
