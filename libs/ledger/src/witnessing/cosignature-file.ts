import { DatabaseSync } from 'node:sqlite';

/** What witnesses said of this log. Losing it loses no more than their newest words: they can be asked again. */
export interface CosignatureFile {
  /** The greatest size that this witness vouched for; 0 before the first. */
  sizeOf(witnessKey: string): number;
  keep(witnessKey: string, cosigned: CosignedLines): void;
  /** Of the greatest size that any witness vouched for: the note as the log signed it, and every line under it. */
  newest(): { readonly size: number; readonly note: string; readonly witnessKeys: readonly string[] } | undefined;
  close(): void;
}

export interface CosignedLines {
  readonly size: number;
  /** As the log signed it. */
  readonly note: string;
  readonly lines: string;
}

const schema = `
  CREATE TABLE IF NOT EXISTS cosignature (
    witness TEXT NOT NULL, size INTEGER NOT NULL, note TEXT NOT NULL, lines TEXT NOT NULL,
    PRIMARY KEY (witness, size)
  ) STRICT`;

/** `file` is a path of SQLite's. */
export function openCosignatureFile(file: string): CosignatureFile {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(schema);
  const greatest = database.prepare('SELECT max(size) AS size FROM cosignature WHERE witness = ?');
  const insert = database.prepare('INSERT INTO cosignature VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const newest = database.prepare(
    'SELECT * FROM cosignature WHERE size = (SELECT max(size) FROM cosignature) ORDER BY witness',
  );
  return {
    sizeOf: (witnessKey) => Number(greatest.get(witnessKey)?.['size'] ?? 0),
    keep: (witnessKey, { size, note, lines }) => void insert.run(witnessKey, size, note, lines),
    newest() {
      const rows = newest.all();
      const [first] = rows;
      if (first === undefined) return undefined;
      return {
        size: Number(first['size']),
        note: [String(first['note']), ...rows.map((row) => String(row['lines']))].join(''),
        witnessKeys: rows.map((row) => String(row['witness'])),
      };
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}
