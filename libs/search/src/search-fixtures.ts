import type { DatabaseSync } from 'node:sqlite';
import { queryOf } from './tokens-of.ts';

/** The rows that hold all words of the text; none for a text without letters and digits. */
export function searchEntries(db: DatabaseSync, name: string, text: string): readonly number[] {
  const query = queryOf(text);
  if (query === undefined) return [];
  const rows = db.prepare(`SELECT rowid AS entry FROM ${name} WHERE ${name} MATCH ? ORDER BY rowid`).all(query);
  return rows.map(({ entry }) => Number(entry));
}
