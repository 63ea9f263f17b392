import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { type Benchmark, type BenchOrder, type Prepared, rateOf } from './benchmark.ts';
import { eventType, type RawEvent, type RawLog, rawFile, rawSqlite, schemaOf } from './raw-log.ts';
import type { Contender } from './rounds.ts';
import { sampleBytes as bytes, randomStreams, writeCrowd } from './writers.ts';

export const append: Benchmark = {
  id: 'b1',
  title: 'durable appends of 64 and 256 writers, one event each, random streams',
  boundedBy: 'the disk’s fdatasync, shared by those who wait together, and two index entries an event in SQLite',
  prepare: (order) => prepareCrowds(order, [64, 256], 20),
};

export const appendAlone: Benchmark = {
  id: 'b2',
  title: 'appends of one writer that awaits each',
  boundedBy: 'one fdatasync an event, and the way to the writer’s thread and back',
  prepare: (order) => prepareCrowds(order, [1], 200),
};

/** The raw peers commit as many together as there are writers: the batch that a full crowd can reach at most. */
async function prepareCrowds(order: BenchOrder, crowds: readonly number[], turns: number): Promise<Prepared> {
  assertOnDisk(order.folder);
  const store = sqliteEventStore({ folder: order.folder });
  await store.append('first', -1, [{ id: 'first', type: eventType, bytes, mac: '' }]);
  const sqlite = rawSqlite(join(order.folder, 'peer.sqlite'), schemaOf(join(order.folder, 'events.sqlite')));
  const floor = rawFile(order.folder);
  const each = order.isSmall ? Math.ceil(turns / 10) : turns;
  let acknowledged = 1;
  const contenders = crowds.flatMap((crowd): Contender[] => [
    {
      name: `event store, ${writersOf(crowd)}`,
      run() {
        acknowledged += crowd * each;
        return rateOf(crowd * each, () => writeCrowd(store, crowd, each));
      },
    },
    { name: `raw SQLite, ${crowd} a commit`, run: () => rateOf(crowd * each, () => write(sqlite, crowd, each)) },
    { name: `write + fdatasync, ${crowd} each`, run: () => rateOf(crowd * each, () => write(floor, crowd, each)) },
  ]);
  const comparisons = crowds.flatMap((crowd) => {
    const subject = `event store, ${writersOf(crowd)}`;
    const group = { subject, peer: `write + fdatasync, ${crowd} each` };
    return [{ subject, peer: `raw SQLite, ${crowd} a commit`, atLeast: 0.7 }, group];
  });
  return {
    contenders,
    comparisons,
    facts: [`${bytes.length} bytes an event`, 'WAL, synchronous = FULL', 'every acknowledged event counted afterwards'],
    async close() {
      await assertThere(store, acknowledged);
      await store.close();
      sqlite.close();
      floor.close();
    },
  };
}

function writersOf(crowd: number): string {
  return crowd === 1 ? 'one writer' : `${crowd} writers`;
}

function write(log: RawLog, crowd: number, turns: number): void {
  const names = randomStreams(crowd);
  for (let turn = 0; turn < turns; turn += 1) {
    log.append(names.map((stream): RawEvent => ({ stream, revision: turn, id: `${stream}-${turn}`, bytes })));
  }
}

/** Whoever writes to memory waits for nothing. */
function assertOnDisk(folder: string): void {
  const { type } = statfsSync(folder);
  if (inMemory.includes(type)) throw new RangeError(`${folder} lies in memory; name one on a disk with --folder`);
}

// tmpfs and ramfs, as Linux numbers them.
const inMemory = [0x01021994, 0x858458f6];

/** A figure of a log that lost something is none. */
async function assertThere(store: EventStore, acknowledged: number): Promise<void> {
  let seen = 0;
  for await (const { bytes: stored } of store.readAll()) if (stored.length === bytes.length) seen += 1;
  if (seen !== acknowledged) throw new RangeError(`${acknowledged} events were acknowledged, ${seen} are there`);
}
