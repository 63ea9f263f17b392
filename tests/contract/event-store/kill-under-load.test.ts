import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { StoredEvent } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { expect, test } from 'vitest';
import type { Acknowledgement } from './append-until-killed.ts';
import { all } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const kills = Number(process.env['SILLOK_KILLS'] ?? 3);

// One folder for all rounds: each begins with what the kill before it left.
test(`loses nothing acknowledged when the process is killed under 32 writers, ${kills} times over`, async () => {
  const folder = await temporaryFolder();
  const acknowledged: Acknowledgement[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged.push(...(await loadAndKill(folder, randomInt(300, 2_000))));
    const stored = await readBack(folder);
    expect(lost(acknowledged, stored)).toEqual([]);
    expect(gapsInStreams(stored)).toEqual([]);
    expect(tornAppends(stored)).toEqual([]);
    expect(look(folder)).toEqual({ integrity: 'ok', count: stored.length, last: stored.length });
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 300);
});

async function loadAndKill(folder: string, afterSoMany: number): Promise<Acknowledgement[]> {
  const child = fork(new URL('./append-until-killed.ts', import.meta.url), [folder], { execArgv: [] });
  const exited = once(child, 'exit');
  const acknowledged: Acknowledgement[] = [];
  child.on('message', (message: Acknowledgement) => {
    acknowledged.push(message);
  });
  await Promise.race([enough(child, acknowledged, afterSoMany), exited]);
  // A moment that no acknowledgement chose.
  await wait(randomInt(0, 20));
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

function enough(child: ChildProcess, acknowledged: readonly unknown[], count: number): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', () => {
      if (acknowledged.length >= count) resolve();
    });
  });
}

async function readBack(folder: string): Promise<StoredEvent[]> {
  const store = sqliteEventStore({ folder });
  try {
    return await all(store.readAll());
  } finally {
    await store.close();
  }
}

function lost(acknowledged: readonly Acknowledgement[], stored: readonly StoredEvent[]): Acknowledgement[] {
  const places = new Map(stored.map((event) => [event.id, event]));
  return acknowledged.filter(({ stream, revision, position }) => {
    const event = places.get(`${stream}/${revision}`);
    return event?.stream !== stream || event.revision !== revision || event.position !== position;
  });
}

function gapsInStreams(stored: readonly StoredEvent[]): StoredEvent[] {
  const next = new Map<string, number>();
  return stored.filter((event) => {
    const expected = next.get(event.stream) ?? 0;
    next.set(event.stream, event.revision + 1);
    return event.revision !== expected;
  });
}

/** Events whose append is there in part only: each must be followed in its stream by the rest. */
function tornAppends(stored: readonly StoredEvent[]): StoredEvent[] {
  const byId = new Map(stored.map((event) => [event.id, partOf(event)]));
  return stored.filter((event) => {
    const { part, of } = partOf(event);
    if (part + 1 === of) return false;
    return byId.get(`${event.stream}/${event.revision + 1}`)?.part !== part + 1;
  });
}

function partOf(event: StoredEvent): { part: number; of: number } {
  const { part, of } = JSON.parse(new TextDecoder().decode(event.bytes));
  return { part, of };
}

function look(folder: string): unknown {
  const database = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
  try {
    const integrity = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
    const positions = database.prepare('SELECT count(*) AS count, max(position) AS last FROM events').get();
    return { integrity, ...positions };
  } finally {
    database.close();
  }
}
