import type { DatabaseSync } from 'node:sqlite';
import { tokensOf } from './tokens-of.ts';

/**
 * The statements that make a search table in a projection's file; its rows carry the row ids of the table they were
 * made from. It keeps what it indexes, and its deletions leave no word behind (FTS5 `secure-delete`); the file itself
 * must be opened with `PRAGMA secure_delete`. The tokenizer knows no Unicode: words were found before.
 */
export function searchTableSql(name: string): string {
  return `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5(tokens, tokenize = 'ascii');
  INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1);`;
}

/** Whatever was under this row before is gone. */
export function putSearchEntry(db: DatabaseSync, name: string, row: number, texts: readonly string[]): void {
  removeSearchEntry(db, name, row);
  db.prepare(`INSERT INTO ${name} (rowid, tokens) VALUES (?, ?)`).run(row, texts.flatMap(tokensOf).join(' '));
}

export function removeSearchEntry(db: DatabaseSync, name: string, row: number): void {
  db.prepare(`DELETE FROM ${name} WHERE rowid = ?`).run(row);
}
