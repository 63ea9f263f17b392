import { expect, test } from 'vitest';
import type { OpenStore } from './samples.ts';
import { all, fill, isCaughtUp, opened, someEvents, takeUntil } from './samples.ts';

const closed = { code: 'EVENT_STORE_CLOSED' };

export function closing(open: OpenStore): void {
  test('finishes the appends that were under way', async () => {
    await using store = await opened(open);
    const underWay = Array.from({ length: 50 }, (_, index) => store.log.append(`case-${index}`, -1, someEvents(1)));
    const closing = store.log.close();
    expect((await Promise.all(underWay)).map((result) => result.revision)).toEqual(underWay.map(() => 0));
    await closing;
  });

  test('refuses every call from then on, and may be called twice', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 3);
    await store.log.close();
    await store.log.close();
    await expect(store.log.append('case-1', 2, someEvents(1))).rejects.toMatchObject(closed);
    await expect(all(store.log.readStream('case-1'))).rejects.toMatchObject(closed);
    await expect(all(store.log.readAll())).rejects.toMatchObject(closed);
    await expect(all(store.log.subscribe({ signal: AbortSignal.timeout(60_000) }))).rejects.toMatchObject(closed);
  });

  test('fails readers that are on their way, so that nobody takes the end for the end of the log', async () => {
    await using store = await opened(open);
    await fill(store.log, 'case-1', 600);
    const reading = store.log.readAll()[Symbol.asyncIterator]();
    await reading.next();
    const waiting = store.log.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
    await takeUntil(waiting, isCaughtUp);
    const next = waiting.next();
    const ends = Promise.allSettled([next, all({ [Symbol.asyncIterator]: () => reading })]);
    await store.log.close();
    expect(await ends).toMatchObject([
      { status: 'rejected', reason: closed },
      { status: 'rejected', reason: closed },
    ]);
  });
}
