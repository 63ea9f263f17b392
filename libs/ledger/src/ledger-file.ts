import { DatabaseSync } from 'node:sqlite';

/** What a sequencer knows of its log on disk. Made anew from the log when lost, save for the checkpoints. */
export interface LedgerFile {
  leafHashes(): Iterable<Uint8Array>;
  indexOf(eventId: string): number | undefined;
  /** All or none, on the disk when answered. The first gets the index `from`. */
  append(from: number, leaves: readonly Leaf[]): void;
  newestCheckpoint(): StoredCheckpoint | undefined;
  /** Keeps the first for each size. */
  remember(checkpoint: StoredCheckpoint): void;
  close(): void;
}

export interface Leaf {
  readonly eventId: string;
  readonly hash: Uint8Array;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
}

const schema = `
  CREATE TABLE IF NOT EXISTS leaf (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, event_id TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS leaf_of_event ON leaf (event_id);
  CREATE TABLE IF NOT EXISTS checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT`;

export function openLedgerFile(file: string): LedgerFile {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(schema);
  const insert = database.prepare('INSERT INTO leaf (id, hash, event_id) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT min(id) AS id FROM leaf WHERE event_id = ?');
  const newest = database.prepare('SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1');
  const remember = database.prepare('INSERT INTO checkpoint (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return {
    *leafHashes() {
      for (const row of database.prepare('SELECT hash FROM leaf ORDER BY id').iterate()) {
        if (row['hash'] instanceof Uint8Array) yield row['hash'];
      }
    },
    indexOf(eventId) {
      const id = find.get(eventId)?.['id'];
      return typeof id === 'number' ? id : undefined;
    },
    append(from, leaves) {
      inTransaction(database, () => {
        for (const [place, { hash, eventId }] of leaves.entries()) insert.run(from + place, hash, eventId);
      });
    },
    newestCheckpoint() {
      const row = newest.get();
      return row === undefined ? undefined : { size: Number(row['size']), note: String(row['note']) };
    },
    remember: ({ size, note }) => void remember.run(size, note),
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
