import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '@sillok/kernel';
import { SillokError } from '@sillok/kernel';
import { writeWhole } from './write-whole.ts';

/** The country's own time: runs as fast as the machine's, can be moved forward, never goes back, never passes the machine's. */
export interface MovableClock extends Clock {
  /** Throws clock-goes-forward-only for an instant that is behind, or that lies in the machine's future. */
  moveTo(instant: string): void;
  /** Writes down the current time, so that a restart goes on from here. */
  keep(): void;
}

/** Ahead of what was last written down a crash can have lost this much; a restart starts behind it. */
const reservedMs = 60_000;

export function createMovableClock(options: { readonly file: string; readonly start: string }): MovableClock {
  let story = Date.parse(readKept(options.file) ?? options.start);
  let machine = performance.now();
  let reserved = 0;

  function current(): number {
    return Math.min(story + performance.now() - machine, Date.now());
  }

  function reserve(from: number): void {
    reserved = from + reservedMs;
    mkdirSync(dirname(options.file), { recursive: true });
    writeWhole(options.file, `${new Date(reserved).toISOString()}\n`);
  }

  return {
    now() {
      const at = current();
      if (at >= reserved) reserve(at);
      return new Date(at).toISOString();
    },
    moveTo(instant) {
      const target = Date.parse(instant);
      if (!(target >= current()) || target > Date.now()) {
        throw new SillokError('clock-goes-forward-only', 'the clock goes forward, and not past the machine', {
          field: 'instant',
          details: { at: new Date(current()).toISOString() },
        });
      }
      story = target;
      machine = performance.now();
      reserve(target);
    },
    keep() {
      const at = current();
      reserved = at;
      writeWhole(options.file, `${new Date(at).toISOString()}\n`);
    },
  };
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
