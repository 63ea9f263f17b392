import type { DatabaseSync } from 'node:sqlite';
import { type EventFilter, type EventStore, comparePositions, type Position } from '@sillok/event-store';
import { type Alarm, follow } from '@sillok/jobs';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { digestOfTables } from './digest.ts';
import { openProjectionFile, readCheckpoint, writeCheckpoint } from './file.ts';

/** One question, answered from a disposable file. `apply` is given the sealed values that can still be opened. */
export interface ProjectionDefinition {
  readonly name: string;
  /** A change of shape takes a new number; the file of the old one is left behind and the log read again. */
  readonly version: number;
  readonly filter: EventFilter;
  readonly tables: string;
  readonly apply: (db: DatabaseSync, event: RecordedEvent, opened: Readonly<Record<string, unknown>>) => void;
}

export interface ProjectionOptions {
  readonly folder: string;
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly open: (event: RecordedEvent) => Promise<Record<string, unknown>>;
  readonly onAlarm: (alarm: Alarm) => void;
}

export interface Projection {
  readonly db: DatabaseSync;
  /** Waits until everything up to the token is in, at most two seconds: whoever wrote reads what was written. */
  reached(token: Position | undefined): Promise<boolean>;
  /** Waits until the condition holds, looked at after every batch. */
  until(condition: () => boolean, milliseconds: number): Promise<boolean>;
  caughtUp(): Promise<void>;
  /** SHA-256 over every row of every table: two files that answer alike have one digest. */
  digest(): string;
  stop(): Promise<void>;
}

const batch = 500;

export function startProjection(definition: ProjectionDefinition, options: ProjectionOptions): Projection {
  const db = openProjectionFile(options.folder, definition);
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  let applied = readCheckpoint(db);
  let live = false;
  let buffer: RecordedEvent[] = [];
  let flushing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    const events = buffer;
    if (events.length === 0) return;
    buffer = [];
    const opened = await Promise.all(events.map(options.open));
    applyBatch(db, definition, events, opened);
    applied = events.at(-1)?.position ?? applied;
    notify();
  }

  function notify(): void {
    for (const listener of [...listeners]) listener();
  }

  function flushSoon(): Promise<void> {
    flushing = flushing.then(flush);
    return flushing;
  }

  const running = follow({
    name: definition.name,
    store: options.store,
    catalogue: options.catalogue,
    filter: definition.filter,
    after: applied,
    signal: stopping.signal,
    async onEvent(event) {
      buffer.push(event);
      if (live || buffer.length >= batch) await flushSoon();
    },
    async onCheckpoint(position) {
      await flushSoon();
      applied = position;
      notify();
    },
    async onCaughtUp() {
      await flushSoon();
      live = true;
      notify();
    },
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) options.onAlarm({ where: definition.name, message: 'projection halted', error });
  });

  function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        listeners.delete(check);
        clearTimeout(timer);
        resolve(answer);
      };
      const check = () => condition() && end(true);
      const timer = setTimeout(() => end(false), milliseconds);
      listeners.add(check);
    });
  }

  return {
    db,
    until,
    reached: (token) => until(() => token === undefined || (applied !== undefined && comparePositions(applied, token) >= 0), 2_000),
    async caughtUp() {
      await until(() => live, 600_000);
    },
    digest: () => digestOfTables(db),
    async stop() {
      stopping.abort();
      await running;
      await flushing;
      db.close();
    },
  };
}

function applyBatch(
  db: DatabaseSync,
  definition: ProjectionDefinition,
  events: readonly RecordedEvent[],
  opened: readonly Record<string, unknown>[],
): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const [index, event] of events.entries()) definition.apply(db, event, opened[index] ?? {});
    const last = events.at(-1);
    if (last !== undefined) writeCheckpoint(db, last.position);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
