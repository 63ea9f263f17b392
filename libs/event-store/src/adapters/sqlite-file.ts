import { DatabaseSync } from 'node:sqlite';
import { SillokError } from '@sillok/kernel';
import { sqliteFault } from './sqlite-faults.ts';

const version = 1;

const schema = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mac TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
  PRAGMA user_version = ${version};
`;

/** Makes the file ready to be written to; the caller closes what is returned. */
export function openForWriting(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1000 });
  // On macOS only `fullfsync` reaches the disk; elsewhere it does nothing.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
  database.exec('PRAGMA journal_size_limit = 67108864');
  return database;
}

/** Lays out a new file, lets one of today's pass, and refuses one of tomorrow's (DATA_FOLDER_NEWER). */
export function foundFile(file: string): void {
  try {
    const database = openForWriting(file);
    try {
      layOut(database, file);
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteFault(error, file);
  }
}

function layOut(database: DatabaseSync, file: string): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version) {
    const details = { file, found, known: version };
    throw new SillokError('DATA_FOLDER_NEWER', `${file} was written by a newer Sillok`, { details });
  }
  if (found < version) database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
}

/**
 * One process writes (DATA_FOLDER_IN_USE to any other, and to a second store in the same one). The lock is the
 * operating system's, on a file beside, so it ends with its process however that ends.
 */
export function lockFile(file: string): { release(): void } {
  const lock = openLock(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw sqliteFault(error, file);
  }
  return { release: () => lock.close() };
}

function openLock(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (error) {
    throw sqliteFault(error, file);
  }
}
