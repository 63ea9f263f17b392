import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SillokError } from '@sillok/kernel';

/** Wrapped keys by name; `'destroyed'` where the name is used up. What was written is on the disk when answered. */
export interface KeyTable {
  find(name: string): Uint8Array | 'destroyed' | undefined;
  /** Changes nothing where the name is taken or used up. */
  add(name: string, wrapped: Uint8Array): void;
  /** Afterwards the bytes are neither in the file nor in its write-ahead log. */
  destroy(name: string): void;
  close(): void;
}

// Rows only ever come at the end and keep their size, so SQLite has no cause to move a wrapped key and leave a copy.
const schema = `
  CREATE TABLE IF NOT EXISTS key (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    wrapped BLOB NOT NULL,
    destroyed INTEGER NOT NULL DEFAULT 0
  ) STRICT`;

export function openKeyTable(file: string): KeyTable {
  // The log and the shared memory file take their mode from the file.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  database.exec(schema);
  const select = database.prepare('SELECT wrapped, destroyed FROM key WHERE name = ?');
  const insert = database.prepare('INSERT INTO key (name, wrapped) VALUES (?, ?) ON CONFLICT (name) DO NOTHING');
  const erase = database.prepare(`
    INSERT INTO key (name, wrapped, destroyed) VALUES (?, x'', 1)
    ON CONFLICT (name) DO UPDATE SET wrapped = zeroblob(length(wrapped)), destroyed = 1`);
  return {
    find(name) {
      const row = select.get(name);
      if (row === undefined) return undefined;
      return row['destroyed'] === 0 && row['wrapped'] instanceof Uint8Array ? row['wrapped'] : 'destroyed';
    },
    add(name, wrapped) {
      writing(() => insert.run(name, wrapped));
    },
    destroy(name) {
      writing(() => erase.run(name));
      truncateLog(database);
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function truncateLog(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (row?.['busy'] === 0) return;
  throw new SillokError('UNEXPECTED', 'a reader kept the destroyed key in the write-ahead log; destroy it again');
}

function writing(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    const isFull = error instanceof Error && 'errcode' in error && error.errcode === sqliteFull;
    throw isFull ? new SillokError('DISK_FULL', 'no room left for a key', { cause: error }) : error;
  }
}

const sqliteFull = 13;
