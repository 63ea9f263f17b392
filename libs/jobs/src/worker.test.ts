import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@sillok/journal';
import { defineEvent } from '@sillok/schemas/vocabulary/event-definition';
import { type TestLog, testLog } from '@sillok/test-support';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileEffects } from './effects.ts';
import type { Alarm } from './follow.ts';
import type { Running } from './reaction.ts';
import { startWorker } from './worker.ts';

const asked = defineEvent('records.Asked.v1', z.strictObject({ key: z.string() }));
const answered = defineEvent('records.Answered.v1', z.strictObject({ key: z.string(), bytes: z.string() }));
const dropped = defineEvent('records.Dropped.v1', z.strictObject({ key: z.string() }));
const decider = {
  initialState: undefined,
  decide: (event: { type: string; data: object }) => [event],
  evolve: () => undefined,
};

let folder = '';
const running: Running[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-jobs-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await rm(folder, { recursive: true });
});

type Point = 'before the effect' | 'after the effect' | 'after the outcome';
type OnPoint = (point: Point, key: string) => Promise<void> | void;

/** The outside: counts how often it was really asked. */
function outside() {
  const asks: string[] = [];
  return {
    asks,
    async ask(key: string) {
      asks.push(key);
      return new TextEncoder().encode(`answer to ${key}, number ${asks.length}`);
    },
  };
}

function newLog(): TestLog {
  return testLog({ definitions: [asked, answered, dropped] });
}

function start(log: TestLog, world: ReturnType<typeof outside>, onPoint: OnPoint = () => undefined, concurrency = 1) {
  const alarms: Alarm[] = [];
  const journal = log.journal('records');
  const effects = fileEffects({ folder });
  const keyOf = (event: RecordedEvent) => asked.data.loose().parse(event.data).key;
  const worker = startWorker({
    name: 'when-asked',
    store: log.store,
    catalogue: log.catalogue,
    filter: { typePrefixes: ['records.'] },
    concurrency,
    onAlarm: (alarm) => alarms.push(alarm),
    intentOf: (event) => (event.type === asked.type ? keyOf(event) : undefined),
    outcomeOf: (event) => (event.type === asked.type ? undefined : keyOf(event)),
    async perform(_, key) {
      await onPoint('before the effect', key);
      const bytes = await effects.once(key, () => world.ask(key));
      await onPoint('after the effect', key);
      const event = { type: answered.type, data: { key, bytes: new TextDecoder().decode(bytes) } };
      await journal.execute(decider, `work-${key}`, event, log.command(`answer-${key}`));
      await onPoint('after the outcome', key);
    },
  });
  running.push(worker);
  return { worker, alarms };
}

async function ask(log: TestLog, key: string): Promise<void> {
  await log
    .journal('records')
    .execute(decider, `work-${key}`, { type: asked.type, data: { key } }, log.command(`ask-${key}`));
}

async function answersOf(log: TestLog): Promise<readonly string[]> {
  const answers: string[] = [];
  for await (const stored of log.store.readAll(undefined, { typePrefixes: [answered.type] })) {
    answers.push(answered.data.parse(log.catalogue.decode(stored).data).bytes);
  }
  return answers;
}

describe('worker', () => {
  it('performs what is asked while it runs, and has settled when that is answered', async () => {
    const log = newLog();
    const world = outside();
    const { worker } = start(log, world);
    await worker.settled();
    await ask(log, 'a');
    await ask(log, 'b');
    await worker.settled();
    expect(world.asks).toEqual(['a', 'b']);
    expect(await answersOf(log)).toHaveLength(2);
  });

  it('performs what is pending once after a restart, and nothing that was answered', async () => {
    const log = newLog();
    const world = outside();
    const first = start(log, world);
    await ask(log, 'a');
    await first.worker.settled();
    await first.worker.stop();
    await ask(log, 'b');
    const second = start(log, world);
    await second.worker.settled();
    expect(world.asks).toEqual(['a', 'b']);
    expect(await answersOf(log)).toEqual(['answer to a, number 1', 'answer to b, number 2']);
  });

  it.each<Point>(['before the effect', 'after the effect', 'after the outcome'])(
    'does nothing twice when it dies %s',
    async (where) => {
      const log = newLog();
      const world = outside();
      const died = Promise.withResolvers<void>();
      const first = start(log, world, (point) => {
        if (point !== where) return;
        died.resolve();
        throw new Error('the process ends here');
      });
      await ask(log, 'a');
      await died.promise;
      await first.worker.stop();
      const second = start(log, world);
      await second.worker.settled();
      expect(world.asks).toEqual(['a']);
      expect(await answersOf(log)).toEqual(['answer to a, number 1']);
    },
  );

  it('reaches nobody outside while it reads an answered log again, whatever files were lost', async () => {
    const log = newLog();
    const world = outside();
    for (const key of ['a', 'b', 'c']) await ask(log, key);
    const first = start(log, world, undefined, 3);
    await first.worker.settled();
    await first.worker.stop();
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'sillok-jobs-'));
    const nobody = outside();
    const second = start(log, nobody);
    await second.worker.settled();
    expect(nobody.asks).toEqual([]);
    expect(await answersOf(log)).toHaveLength(3);
  });

  it('lets others pass while one waits for its next attempt', async () => {
    const log = newLog();
    const world = outside();
    const failing = Promise.withResolvers<void>();
    const { worker, alarms } = start(log, world, (_, key) => {
      if (key !== 'poison') return;
      failing.resolve();
      throw new Error('never');
    });
    await ask(log, 'poison');
    await failing.promise;
    await ask(log, 'a');
    await expect.poll(() => answersOf(log), { interval: 5, timeout: 10_000 }).toHaveLength(1);
    expect(world.asks).toEqual(['a']);
    expect(alarms[0]).toMatchObject({ where: 'when-asked', message: 'records.Asked.v1 not performed, attempt 1' });
    const settled = worker.settled();
    await Promise.all([expect(settled).rejects.toMatchObject({ code: 'UNEXPECTED' }), worker.stop()]);
  });

  it('performs no more at once than it may', async () => {
    const log = newLog();
    let at = 0;
    let most = 0;
    const count: OnPoint = async (point) => {
      at += point === 'before the effect' ? 1 : point === 'after the outcome' ? -1 : 0;
      most = Math.max(most, at);
      await new Promise((resolve) => setImmediate(resolve));
    };
    for (let index = 0; index < 6; index += 1) await ask(log, `key-${index}`);
    const { worker } = start(log, outside(), count, 2);
    await worker.settled();
    expect(most).toBe(2);
  });

  it('drops what is answered from elsewhere while it waits its turn', async () => {
    const log = newLog();
    const world = outside();
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { worker } = start(log, world, (point, key) => {
      if (point !== 'before the effect' || key !== 'a') return undefined;
      begun.resolve();
      return held.promise;
    });
    await ask(log, 'a');
    await begun.promise;
    await ask(log, 'b');
    await log
      .journal('records')
      .execute(decider, 'work-b', { type: dropped.type, data: { key: 'b' } }, log.command('drop'));
    held.resolve();
    await worker.settled();
    expect(world.asks).toEqual(['a']);
  });

  it('finishes what is under way before it has stopped, and begins nothing more', async () => {
    const log = newLog();
    const world = outside();
    const begun = Promise.withResolvers<void>();
    const { worker } = start(log, world, async () => {
      begun.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    });
    await ask(log, 'a');
    await ask(log, 'b');
    await begun.promise;
    await worker.stop();
    expect(await answersOf(log)).toHaveLength(1);
  });

  it('halts with an alarm at an event that it is too old for', async () => {
    const log = newLog();
    await ask(log, 'a');
    const { worker, alarms } = start(testLog({ definitions: [answered], store: log.store }), outside());
    await expect(worker.settled()).rejects.toMatchObject({ code: 'UNEXPECTED' });
    expect(alarms[0]).toMatchObject({ message: 'worker halted', error: { code: 'EVENT_VERSION_UNKNOWN' } });
  });
});
