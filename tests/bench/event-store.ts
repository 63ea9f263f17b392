import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EventStore, EventToAppend } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';

const bytes = new TextEncoder().encode(JSON.stringify({ type: 'bench.Measured.v1', data: 'x'.repeat(950) }));

/**
 * How many times as long as writing the same bytes to a file the log takes; 1.0 is as fast as the disk. Everything is
 * measured in this run, in turns, because the disk of a minute ago is another disk. `--folder` chooses the disk.
 */
const { values } = parseArgs({
  options: { folder: { type: 'string', default: tmpdir() }, rounds: { type: 'string' } },
});
const folder = mkdtempSync(join(values.folder, 'sillok-bench-'));
try {
  await bench(folder, Number(values.rounds ?? 5));
} finally {
  rmSync(folder, { recursive: true });
}

async function bench(place: string, rounds: number): Promise<void> {
  const store = sqliteEventStore({ folder: place });
  const alone: number[] = [];
  const crowd: number[] = [];
  const back: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const each = timeOf(() => raw(place, 300, 1));
    alone.push((await timed(() => writers(store, `alone-${round}`, 1, 300))) / each);
    const eachOfMany = timeOf(() => raw(place, 6_400, 1));
    crowd.push((await timed(() => writers(store, `crowd-${round}`, 64, 100))) / eachOfMany);
    const atOnce = timeOf(() => raw(place, 6_700, 6_700));
    back.push((await timed(() => read(store, 6_700))) / atOnce);
  }
  await store.close();
  report('one writer, each append awaited          / write + fdatasync of each', alone);
  report('64 writers, committed together           / write + fdatasync of each', crowd);
  report('reading all back                         / one write + fdatasync of all', back);
}

function raw(place: string, count: number, between: number): void {
  const file = openSync(join(place, 'raw'), 'w');
  for (let written = 1; written <= count; written += 1) {
    writeSync(file, bytes);
    if (written % between === 0) fdatasyncSync(file);
  }
  closeSync(file);
}

async function writers(store: EventStore, stream: string, count: number, appends: number): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `${stream}-${index}`);
  await Promise.all(names.map((name) => write(store, name, appends)));
}

async function write(store: EventStore, stream: string, appends: number): Promise<void> {
  for (let index = 0; index < appends; index += 1) await store.append(stream, index - 1, [event(stream, index)]);
}

function event(stream: string, index: number): EventToAppend {
  return { id: `${stream}-${index}`, type: 'bench.Measured.v1', bytes, mac: '' };
}

async function read(store: EventStore, count: number): Promise<void> {
  let seen = 0;
  for await (const { bytes: stored } of store.readAll()) {
    if (stored.length === bytes.length) seen += 1;
    if (seen === count) return;
  }
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(name: string, ratios: readonly number[]): void {
  const sorted = [...ratios].sort((left, right) => left - right);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(2);
  process.stdout.write(`${name}: median ${at(0.5)}, best ${at(0)}, worst ${at(1)} (${sorted.length} rounds)\n`);
}
