import type { DatabaseSync } from 'node:sqlite';
import { comparePositions, type EventFilter, type EventStore, type Position } from '@sillok/event-store';
import { type Alarm, follow } from '@sillok/jobs';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { SillokError } from '@sillok/kernel';
import { digestOfTables } from './digest.ts';
import { openProjectionFile, readCheckpoint, writeCheckpoint } from './file.ts';
import { createWaiters } from './waiters.ts';

/** One question, answered from a disposable file. `apply` is given the sealed values that can still be opened. */
export interface ProjectionDefinition {
  readonly name: string;
  /** A change of shape takes a new number; the file of the old one is left behind and the log read again. */
  readonly version: number;
  readonly filter: EventFilter;
  readonly tables: string;
  /** What it deletes must leave nothing behind: after each batch the write-ahead log is emptied too. */
  readonly forgets?: boolean;
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
  /** Waits until the condition holds, looked at after every batch; `false` when time is up or nothing moves any more. */
  until(condition: () => boolean, milliseconds: number): Promise<boolean>;
  /** Throws UNEXPECTED when the projection halts or is stopped before. */
  caughtUp(): Promise<void>;
  /** SHA-256 over every row of every table: two files that answer alike have one digest. */
  digest(): string;
  stop(): Promise<void>;
}

const batch = 500;

export function startProjection(definition: ProjectionDefinition, options: ProjectionOptions): Projection {
  const db = openProjectionFile(options.folder, definition);
  const stopping = new AbortController();
  const waiters = createWaiters();
  let applied = readCheckpoint(db);
  let live = false;
  let buffer: RecordedEvent[] = [];

  async function flush(): Promise<void> {
    const events = buffer;
    if (events.length === 0) return;
    const opened = await Promise.all(events.map(options.open));
    applyBatch(db, definition, events, opened);
    buffer = [];
    applied = events.at(-1)?.position ?? applied;
    waiters.look();
  }

  const running = follow({
    name: definition.name,
    store: options.store,
    catalogue: options.catalogue,
    filter: definition.filter,
    after: applied,
    signal: stopping.signal,
    // A burst ends with a checkpoint, so that its events go into one transaction.
    async onEvent(event) {
      buffer.push(event);
      if (buffer.length >= batch) await flush();
    },
    async onCheckpoint(position) {
      await flush();
      applied = position;
      // Else a restart would look again at all that the filter leaves out; later it is written when stopped.
      if (!live) writeCheckpoint(db, position);
      waiters.look();
    },
    async onCaughtUp() {
      await flush();
      live = true;
      waiters.look();
    },
  })
    .catch((error: unknown) => {
      if (!stopping.signal.aborted) options.onAlarm({ where: definition.name, message: 'projection halted', error });
    })
    .finally(waiters.end);

  return {
    db,
    until: waiters.until,
    reached: (token) =>
      waiters.until(
        () => token === undefined || (applied !== undefined && comparePositions(applied, token) >= 0),
        2_000,
      ),
    async caughtUp() {
      if (await waiters.until(() => live, 600_000)) return;
      throw new SillokError('UNEXPECTED', `${definition.name} ended before it had caught up`);
    },
    digest: () => digestOfTables(db),
    async stop() {
      stopping.abort();
      await running;
      if (buffer.length === 0 && applied !== undefined) writeCheckpoint(db, applied);
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
  if (definition.forgets) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
