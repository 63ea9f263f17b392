import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { expect, test } from 'vitest';
import { all, faultOf, fill, isCaughtUp, opened, someEvent, someEvents, takeUntil } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('keeps everything when it is opened again, and goes on where it was', async () => {
  const folder = join(await temporaryFolder(), 'institution');
  const before = await opened(async () => sqliteEventStore({ folder }));
  await fill(before.log, 'case-1', 700);
  const events = await all(before.log.readAll());
  await before.log.close();
  expect(await readdir(folder)).toEqual(['events.sqlite', 'events.sqlite.lock']);

  await using after = await opened(async () => sqliteEventStore({ folder }));
  expect(events).toHaveLength(700);
  expect(await all(after.log.readAll())).toEqual(events);
  await expect(after.log.append('case-1', -1, someEvents(1))).rejects.toMatchObject({ details: { actual: 699 } });
  const { position } = await after.log.append('case-1', 699, someEvents(1));
  expect((await all(after.log.readAll(events.at(-1)?.position))).map((event) => event.position)).toEqual([position]);
});

test('opens a file at any path', async () => {
  const file = join(await temporaryFolder(), '기록 log.db');
  await using store = await opened(async () => sqliteEventStore({ file }));
  expect(await store.log.append('case-1', -1, someEvents(1))).toMatchObject({ revision: 0 });
});

test('refuses a second store on the same file in this process until the first is closed', async () => {
  const folder = await temporaryFolder();
  const first = sqliteEventStore({ folder });
  expect(() => sqliteEventStore({ folder })).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
  await first.append('case-1', -1, someEvents(1));
  await first.close();
  await using second = await opened(async () => sqliteEventStore({ folder }));
  expect(await all(second.log.readAll())).toHaveLength(1);
});

test('refuses a second process, and lets it in once the first is gone, killed or not', async () => {
  const folder = await temporaryFolder();
  const store = sqliteEventStore({ folder });
  expect(await otherProcess(folder, 'SIGKILL')).toBe('DATA_FOLDER_IN_USE');
  await store.close();
  expect(await otherProcess(folder, 'SIGKILL')).toBe('opened');
  const again = sqliteEventStore({ folder });
  expect(await again.append('case-1', -1, someEvents(1))).toMatchObject({ revision: 0 });
  await again.close();
});

test('is itself refused while another process writes', async () => {
  const folder = await temporaryFolder();
  const child = fork(new URL('./hold-open.ts', import.meta.url), [folder], { execArgv: [] });
  expect(await once(child, 'message')).toEqual(['opened', undefined]);
  expect(() => sqliteEventStore({ folder })).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_IN_USE' }));
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('refuses a file that is none of its own, and one of a newer version', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'events.sqlite');
  await writeFile(file, 'this is no log, and was never one. '.repeat(200));
  expect(() => sqliteEventStore({ folder })).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED' }));
  const newer = join(folder, 'newer.sqlite');
  changed(newer, 'PRAGMA user_version = 2');
  expect(() => sqliteEventStore({ file: newer })).toThrow(
    expect.objectContaining({ code: 'DATA_FOLDER_NEWER', details: { file: newer, found: 2, known: 1 } }),
  );
});

test('answers DISK_FULL without harm to smaller appends that came along, and goes on when there is room', async () => {
  const folder = await temporaryFolder();
  const small = sqliteEventStore({ folder, maxBytes: 256 * 1024 });
  const huge = Array.from({ length: 8 }, () => ({ ...someEvent(), bytes: new Uint8Array(65_536) }));
  const together = [
    small.append('case-1', -1, someEvents(1)),
    small.append('case-2', -1, huge),
    small.append('case-3', -1, someEvents(1)),
  ];
  expect((await Promise.allSettled(together)).map(faultOf)).toEqual(['none', 'DISK_FULL', 'none']);
  expect(await small.append('case-3', 0, someEvents(1))).toMatchObject({ revision: 1 });
  await small.close();
  await using roomy = await opened(async () => sqliteEventStore({ folder }));
  expect(await roomy.log.append('case-2', -1, huge)).toMatchObject({ revision: 7 });
  expect((await all(roomy.log.readAll())).map((event) => event.stream).slice(0, 4)).toEqual([
    'case-1',
    'case-3',
    'case-3',
    'case-2',
  ]);
});

test('answers EVENT_STORE_CLOSED to all who wait when its writer dies', async () => {
  const folder = await temporaryFolder();
  await using store = await opened(async () => sqliteEventStore({ folder }));
  await fill(store.log, 'case-1', 1);
  const reader = store.log.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
  await takeUntil(reader, isCaughtUp);
  const waiting = reader.next();
  changed(join(folder, 'events.sqlite'), 'ALTER TABLE events RENAME TO gone');
  const pending = Array.from({ length: 5 }, (_, index) => store.log.append(`case-${index}`, 0, someEvents(1)));
  const ends = await Promise.allSettled([...pending, waiting, store.log.append('case-9', -1, someEvents(1))]);
  expect(ends.map(faultOf)).toEqual(ends.map(() => 'EVENT_STORE_CLOSED'));
  expect(ends).toHaveLength(7);
  await expect(store.log.append('case-9', -1, someEvents(1))).rejects.toMatchObject({
    cause: { message: expect.stringContaining('no such table') },
  });
});

test('lets nobody change or remove an event in its file', async () => {
  const folder = await temporaryFolder();
  await using store = await opened(async () => sqliteEventStore({ folder }));
  await fill(store.log, 'case-1', 2);
  const file = join(folder, 'events.sqlite');
  expect(() => changed(file, "UPDATE events SET bytes = x'00'")).toThrow('events are never changed');
  expect(() => changed(file, 'DELETE FROM events WHERE revision = 1')).toThrow('events are never removed');
  expect(await all(store.log.readAll())).toHaveLength(2);
});

function changed(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** What another process says when it opens the folder; it is gone when this resolves. */
async function otherProcess(folder: string, signal: NodeJS.Signals): Promise<unknown> {
  const child = fork(new URL('./hold-open.ts', import.meta.url), [folder], { execArgv: [] });
  const exited = once(child, 'exit');
  const [answer] = await Promise.race([once(child, 'message'), exited]);
  child.kill(signal);
  await exited;
  return answer;
}
