import type { SQLOutputValue } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { SillokError } from '@sillok/kernel';
import type { EventFilter, StoredEvent } from '../event-store.ts';
import { positionAt } from '../positions.ts';
import { sqliteFault } from './sqlite-faults.ts';

export interface SqliteReader {
  end(): number;
  scan(filter: EventFilter | undefined): (after: number, upTo: number) => readonly StoredEvent[];
  stream(name: string, fromRevision: number, limit: number): readonly StoredEvent[];
  close(): void;
}

const columns = 'position, stream, revision, id, type, mac, bytes';

/** Reads whole pages, never with a cursor left open: that would keep the write-ahead log from being folded in. */
export function openReader(file: string): SqliteReader {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
  const end = database.prepare('SELECT max(position) AS position FROM events');
  const ofStream = database.prepare(
    `SELECT ${columns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  );
  return {
    end: () => guarded(file, () => Number(end.get()?.['position'] ?? 0)),
    scan(filter) {
      const { sql, values } = conditionOf(filter);
      const page = database.prepare(
        `SELECT ${columns} FROM events WHERE position > ? AND position <= ?${sql} ORDER BY position`,
      );
      return (after, upTo) => guarded(file, () => page.all(after, upTo, ...values).map(storedEvent));
    },
    stream: (name, from, limit) => guarded(file, () => ofStream.all(name, from, limit).map(storedEvent)),
    close: () => database.close(),
  };
}

function conditionOf(filter: EventFilter = {}): { sql: string; values: readonly string[] } {
  const asked = [
    { column: 'stream', prefixes: filter.streamPrefixes },
    { column: 'type', prefixes: filter.typePrefixes },
  ].flatMap(({ column, prefixes }) => (prefixes === undefined ? [] : [{ column, prefixes }]));
  return {
    // `FALSE OR …` because an empty list lets nothing through.
    sql: asked
      .map(({ column, prefixes }) => ` AND (FALSE${prefixes.map(() => ` OR instr(${column}, ?) = 1`).join('')})`)
      .join(''),
    values: asked.flatMap(({ prefixes }) => prefixes),
  };
}

function storedEvent(row: Record<string, SQLOutputValue>): StoredEvent {
  const { position, stream, revision, id, type, mac, bytes } = row;
  const isWhole =
    typeof position === 'number' &&
    typeof stream === 'string' &&
    typeof revision === 'number' &&
    typeof id === 'string' &&
    typeof type === 'string' &&
    typeof mac === 'string' &&
    bytes instanceof Uint8Array;
  if (!isWhole) throw new SillokError('DATA_FOLDER_DAMAGED', 'an event is stored in a form that was never written');
  return { position: positionAt(position), stream, revision, id, type, mac, bytes };
}

function guarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw sqliteFault(error, file);
  }
}
