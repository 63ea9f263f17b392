import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alarm } from '@sillok/jobs';
import { defineEvent, sealedBy } from '@sillok/schemas/vocabulary/event-definition';
import { type TestLog, testLog } from '@sillok/test-support';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCheckpoint } from './file.ts';
import { type Projection, type ProjectionDefinition, startProjection } from './projection.ts';

const noted = defineEvent('records.Noted.v1', z.strictObject({ documentId: z.string(), size: z.int() }), {
  title: sealedBy('entry', z.string()),
});
const ignored = defineEvent('records.Ignored.v1', z.strictObject({}));
const notes = {
  initialState: undefined,
  decide: (sizes: readonly number[]) =>
    sizes.map((size) => ({
      type: noted.type,
      data: { documentId: `document-${size}`, size },
      sealed: { title: `t${size}` },
    })),
  evolve: () => undefined,
};
const other = { ...notes, decide: () => [{ type: ignored.type, data: {} }] };

const sizes: ProjectionDefinition = {
  name: 'sizes',
  version: 1,
  filter: { typePrefixes: ['records.Noted.'] },
  tables: `CREATE TABLE IF NOT EXISTS note (document_id TEXT PRIMARY KEY, size INTEGER NOT NULL, title TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS total (one INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;`,
  apply(db, event, opened) {
    const { documentId, size } = noted.data.parse(event.data);
    db.prepare('INSERT INTO note VALUES (?, ?, ?)').run(documentId, size, String(opened['title'] ?? ''));
    db.prepare('INSERT INTO total VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET size = size + excluded.size').run(size);
    if (size === 13) throw new Error('an unlucky size');
  },
};

let folder = '';
const running: Projection[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-projections-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await rm(folder, { recursive: true });
});

function start(log: TestLog, definition = sizes, where = folder) {
  const alarms: Alarm[] = [];
  const { open } = log.journal('records');
  const { store, catalogue } = log;
  const projection = startProjection(definition, {
    folder: where,
    store,
    catalogue,
    open,
    onAlarm: (one) => alarms.push(one),
  });
  running.push(projection);
  return { projection, alarms };
}

async function stop(projection: Projection): Promise<void> {
  running.splice(running.indexOf(projection), 1);
  await projection.stop();
}

function newLog() {
  const log = testLog({ definitions: [noted, ignored] });
  const journal = log.journal('records');
  const append = async (...some: number[]) => {
    const outcome = await journal.execute(notes, `note-${some[0]}`, some, log.command(`${some}`));
    return 'position' in outcome ? outcome.position : undefined;
  };
  const appendOther = async () => {
    const outcome = await journal.execute(other, 'other-1', undefined, log.command('other'));
    return 'position' in outcome ? outcome.position : undefined;
  };
  return { log, append, appendOther };
}

const titles = ({ db }: Projection) =>
  db
    .prepare('SELECT title FROM note ORDER BY size')
    .all()
    .map((row) => row['title']);
const total = ({ db }: Projection) => db.prepare('SELECT size FROM total').get()?.['size'];

describe('projection', () => {
  it('shows whoever wrote what was written', async () => {
    const { log, append } = newLog();
    const { projection } = start(log);
    expect(await projection.reached(await append(1, 2))).toBe(true);
    expect(await projection.reached(await append(3))).toBe(true);
    expect(titles(projection)).toEqual(['t1', 't2', 't3']);
  });

  it('reaches a token whose event its filter leaves out', async () => {
    const { log, append, appendOther } = newLog();
    const { projection } = start(log);
    await append(1);
    await projection.caughtUp();
    expect(await projection.reached(await appendOther())).toBe(true);
    expect(total(projection)).toBe(1);
  });

  it('answers at once where there is no token to wait for', async () => {
    const { projection } = start(newLog().log);
    expect(await projection.reached(undefined)).toBe(true);
  });

  it('goes on from its checkpoint after a restart and applies nothing twice', async () => {
    const { log, append, appendOther } = newLog();
    const first = start(log);
    await first.projection.reached(await append(1, 2));
    const last = await appendOther();
    await first.projection.reached(last);
    await stop(first.projection);
    await append(4);
    const second = start(log);
    expect(readCheckpoint(second.projection.db)).toBe(last);
    await second.projection.caughtUp();
    expect(total(second.projection)).toBe(7);
  });

  it('gives the same digest when it is rebuilt, event by event or in batches', async () => {
    const { log, append } = newLog();
    const live = start(log);
    await live.projection.caughtUp();
    for (let size = 100; size < 110; size += 1) await live.projection.reached(await append(size));
    const many = Array.from({ length: 60 }, (_, index) => 1_000 + index);
    for (let part = 0; part < 10; part += 1) await append(...many.map((size) => size + part * 100));
    await live.projection.reached(await append(5_000));
    const rebuilt = start(log, sizes, join(folder, 'rebuilt'));
    await rebuilt.projection.caughtUp();
    expect(rebuilt.projection.digest()).toBe(live.projection.digest());
    expect(total(rebuilt.projection)).toBe(total(live.projection));
    live.projection.db.exec("UPDATE note SET title = 'other' WHERE size = 5000");
    expect(rebuilt.projection.digest()).not.toBe(live.projection.digest());
  });

  it('rebuilds to the same digest after a key was destroyed and its value deleted', async () => {
    const { log, append } = newLog();
    await append(1, 2);
    const live = start(log);
    await live.projection.caughtUp();
    await log.vault.destroy('entry:document-1');
    live.projection.db.exec("UPDATE note SET title = '' WHERE document_id = 'document-1'");
    const rebuilt = start(log, sizes, join(folder, 'rebuilt'));
    await rebuilt.projection.caughtUp();
    expect(titles(rebuilt.projection)).toEqual(['', 't2']);
    expect(rebuilt.projection.digest()).toBe(live.projection.digest());
  });

  it('rolls the whole batch back and alarms when an event cannot be applied, and still stops', async () => {
    const { log, append } = newLog();
    const before = await append(1);
    const { projection, alarms } = start(log);
    await projection.reached(before);
    await append(2, 13, 3);
    await expect.poll(() => alarms.length, { interval: 5, timeout: 10_000 }).toBe(1);
    expect(alarms[0]).toMatchObject({ where: 'sizes', message: 'projection halted' });
    expect(total(projection)).toBe(1);
    expect(readCheckpoint(projection.db)).toBe(before);
    await stop(projection);
    const mended = start(log, { ...sizes, apply: ignoringLuck });
    await mended.projection.caughtUp();
    expect(total(mended.projection)).toBe(19);
  });

  it('tells whoever waits that it halted', async () => {
    const { log, append } = newLog();
    await append(13);
    const { projection } = start(log);
    await expect(projection.caughtUp()).rejects.toMatchObject({ code: 'UNEXPECTED' });
    expect(await projection.until(() => false, 60_000)).toBe(false);
  });

  it('answers false to whoever still waits when it is stopped', async () => {
    const { projection } = start(newLog().log);
    await projection.caughtUp();
    const waiting = projection.until(() => false, 60_000);
    await stop(projection);
    expect(await waiting).toBe(false);
  });

  it('goes on reading when a condition that somebody waits for throws', async () => {
    const { log, append } = newLog();
    const { projection, alarms } = start(log);
    await projection.caughtUp();
    let looks = 0;
    const waiting = projection.until(() => {
      looks += 1;
      if (looks > 1) throw new Error('no such row');
      return false;
    }, 60_000);
    const failed = expect(waiting).rejects.toThrow('no such row');
    expect(await projection.reached(await append(1))).toBe(true);
    await failed;
    expect(alarms).toEqual([]);
  });

  it('reads the log again under a new version', async () => {
    const { log, append } = newLog();
    const first = start(log);
    await first.projection.reached(await append(1));
    const second = start(log, { ...sizes, version: 2, apply: () => undefined });
    await second.projection.caughtUp();
    expect(titles(second.projection)).toEqual([]);
    expect(titles(first.projection)).toEqual(['t1']);
  });
});

const ignoringLuck: ProjectionDefinition['apply'] = (db, event, opened) => {
  try {
    sizes.apply(db, event, opened);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'an unlucky size') throw error;
  }
};
