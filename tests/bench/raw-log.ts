import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';

export interface RawLog {
  /** One commit for all of them, on the disk when it answers; each in a stream of its own. */
  append(events: readonly RawEvent[]): void;
  close(): void;
}

export interface RawEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** SQLite with nothing before it: schema and durability of a log that our own store laid out. */
export function rawSqlite(file: string, ddl: readonly string[]): RawLog {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1');
  for (const statement of ddl) db.exec(statement);
  const insert = db.prepare('INSERT INTO events (stream, revision, id, type, mac, bytes) VALUES (?, ?, ?, ?, ?, ?)');
  return {
    append(events) {
      inTransaction(db, () => {
        for (const { stream, revision, id, bytes } of events) insert.run(stream, revision, id, eventType, '', bytes);
      });
    },
    close: () => db.close(),
  };
}

/** What the disk gives: the bytes alone, one write and one fdatasync for all of them. */
export function rawFile(folder: string): RawLog {
  const file = openSync(join(folder, 'raw'), 'w');
  return {
    append(events) {
      writeSync(file, Buffer.concat(events.map(({ bytes }) => bytes)));
      fdatasyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/** The statements that laid a file out, so that a peer has exactly the same schema. */
export function schemaOf(file: string): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'").all();
  db.close();
  return rows.map((row) => String(row['sql']));
}

export const eventType = 'bench.Measured.v1';
