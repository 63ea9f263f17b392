import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Every row of every table in a fixed order; the checkpoint is left out, because it says where, not what, and so are the
 * tables behind a search table, which tell how it grew: its own rows say what it holds.
 */
export function digestOfTables(db: DatabaseSync): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
       AND name NOT LIKE 'sqlite_%' AND name <> 'checkpoint' ORDER BY name`,
    )
    .all();
  for (const { name } of tables) {
    const rows = db.prepare(`SELECT * FROM "${String(name)}"`).all();
    const texts = rows.map((row) => JSON.stringify(Object.entries(row))).sort();
    hash.update(`${String(name)} ${texts.length}\n${texts.join('\n')}\n`);
  }
  return hash.digest('hex');
}
