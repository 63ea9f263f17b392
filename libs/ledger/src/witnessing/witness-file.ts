import { DatabaseSync } from 'node:sqlite';
import { type Seen, seenNothing } from './judge-request.ts';

/** What a witness remembers of each log, so that no crash makes it vouch for a smaller tree or another one. */
export interface WitnessFile {
  seen(origin: string): Seen;
  /** On the disk when answered. `false` where what was seen is no longer `before`; nothing is written then. */
  advance(origin: string, before: Seen, after: Seen): boolean;
  close(): void;
}

// Not even a mistake of ours may take back what was vouched for.
const schema = `
  CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS only_grows BEFORE UPDATE ON seen
    WHEN NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.root <> OLD.root) OR NEW.origin <> OLD.origin
    BEGIN SELECT RAISE(ABORT, 'a witness takes nothing back'); END;
  CREATE TRIGGER IF NOT EXISTS never_forgets BEFORE DELETE ON seen
    BEGIN SELECT RAISE(ABORT, 'a witness forgets nothing'); END`;

/** `file` is a path of SQLite's. Losing it is losing the witness: its key must not be used again. */
export function openWitnessFile(file: string): WitnessFile {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(schema);
  const find = database.prepare('SELECT size, root FROM seen WHERE origin = ?');
  const begin = database.prepare('INSERT INTO seen (origin, size, root) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const move = database.prepare('UPDATE seen SET size = ?, root = ? WHERE origin = ? AND size = ? AND root = ?');
  return {
    seen(origin) {
      const { size, root } = { size: 0, root: undefined, ...find.get(origin) };
      return root === undefined ? seenNothing : { size: Number(size), root: bytesOf(root) };
    },
    advance(origin, before, after) {
      if (move.run(after.size, after.root, origin, before.size, before.root).changes === 1) return true;
      return before.size === 0 && begin.run(origin, after.size, after.root).changes === 1;
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError('the file of the witness holds no bytes where a root belongs');
}
