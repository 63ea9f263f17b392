import type { EventToAppend } from '@sillok/event-store';
import { maxAppendBytes, maxEventBytes } from '@sillok/event-store';
import { expect, test } from 'vitest';
import type { OpenStore } from './samples.ts';
import { all, opened, someEvent } from './samples.ts';

export function limits(open: OpenStore): void {
  test('takes an event of 64 KiB and an append of 512 KiB', async () => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, sized(Array.from({ length: 8 }, () => maxEventBytes)));
    const stored = await all(store.log.readStream('case-1'));
    expect(stored.map((event) => event.bytes.byteLength)).toEqual(Array.from({ length: 8 }, () => 65_536));
  });

  test('refuses an event of one byte more, with all that came along', async () => {
    await using store = await opened(open);
    await expect(store.log.append('case-1', -1, sized([10, maxEventBytes + 1]))).rejects.toMatchObject({
      code: 'EVENT_STORE_EVENT_TOO_LARGE',
      details: { stream: 'case-1', size: 65_537, limit: 65_536 },
    });
    expect(await all(store.log.readAll())).toEqual([]);
  });

  test('refuses an append of one byte more', async () => {
    await using store = await opened(open);
    const sizes = [...Array.from({ length: 8 }, () => maxEventBytes), 1];
    await expect(store.log.append('case-1', -1, sized(sizes))).rejects.toMatchObject({
      code: 'EVENT_STORE_APPEND_TOO_LARGE',
      details: { stream: 'case-1', size: maxAppendBytes + 1, limit: 524_288 },
    });
    expect(await all(store.log.readAll())).toEqual([]);
  });

  test.each<{ title: string; stream?: string; expected?: number; events?: readonly EventToAppend[] }>([
    { title: 'an append without events', events: [] },
    { title: 'a stream without a name', stream: '' },
    { title: 'a stream whose name is no Unicode', stream: 'case-\ud800' },
    { title: 'an event whose id is no Unicode', events: [{ ...someEvent(), id: '\udc00' }] },
    { title: 'an event without a type', events: [{ ...someEvent(), type: '' }] },
    { title: 'a revision below −1', expected: -2 },
    { title: 'half a revision', expected: 0.5 },
  ])('calls $title a mistake', async ({ stream = 'case-1', expected = -1, events = [someEvent()] }) => {
    await using store = await opened(open);
    await expect(store.log.append(stream, expected, events)).rejects.toBeInstanceOf(RangeError);
    expect(await all(store.log.readAll())).toEqual([]);
  });
}

function sized(sizes: readonly number[]): EventToAppend[] {
  return sizes.map((size) => ({ ...someEvent(), bytes: new Uint8Array(size).fill(0x61) }));
}
