import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Position } from '@sillok/event-store';
import { RememberingDatabase } from './remembering-database.ts';

/** Opens or makes the file. It holds plaintext of things that may have to go, so deletion overwrites. */
export function openProjectionFile(
  folder: string,
  definition: { name: string; version: number; tables: string },
): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const db = new RememberingDatabase(join(folder, `${definition.name}.v${definition.version}.sqlite`));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(
    'CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL) STRICT',
  );
  db.exec(definition.tables);
  return db;
}

export function readCheckpoint(db: DatabaseSync): Position | undefined {
  const row = db.prepare('SELECT position FROM checkpoint').get();
  // Written by writeCheckpoint below, so it is a position of this log.
  return typeof row?.['position'] === 'string' ? (row['position'] as Position) : undefined;
}

export function writeCheckpoint(db: DatabaseSync, position: Position): void {
  db.prepare(
    'INSERT INTO checkpoint (one, position) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET position = excluded.position',
  ).run(position);
}
