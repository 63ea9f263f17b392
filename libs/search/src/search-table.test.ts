import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchEntries } from './search-fixtures.ts';
import { putSearchEntry, removeSearchEntry, searchTableSql } from './search-table.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-search-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function bytesOf(): Promise<string> {
  const files = await readdir(folder);
  const parts = await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')));
  return parts.join('\n');
}

/** A word that no other begins like: the index leaves out what its neighbour begins with. */
const wordOf = (row: number) =>
  createHash('sha256')
    .update(`${row}`)
    .digest('hex')
    .replaceAll(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));

describe('search table', () => {
  it('finds what was put last under a row, and nothing that was there before', () => {
    const db = new DatabaseSync(':memory:');
    db.exec(searchTableSql('search'));
    putSearchEntry(db, 'search', 7, ['old title', '기록관']);
    putSearchEntry(db, 'search', 7, ['new title', '기록원']);
    expect(searchEntries(db, 'search', 'new 기록원')).toEqual([7]);
    expect(searchEntries(db, 'search', 'old')).toEqual([]);
    expect(searchEntries(db, 'search', '관')).toEqual([]);
    db.close();
  });

  it('leaves no word of a removed entry in its file, wherever it stood in the index', async () => {
    const db = new DatabaseSync(join(folder, 'open.sqlite'));
    db.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;');
    db.exec(searchTableSql('search'));
    const rows = Array.from({ length: 600 }, (_, index) => index + 1);
    db.exec('BEGIN');
    for (const row of rows) putSearchEntry(db, 'search', row, [`${wordOf(row)} committee`]);
    db.exec('COMMIT');
    const gone = rows.filter((row) => row % 3 === 0);
    for (const row of gone) removeSearchEntry(db, 'search', row);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(searchEntries(db, 'search', 'committee')).toHaveLength(400);
    const bytes = await bytesOf();
    const left = gone.filter((row) => bytes.includes(wordOf(row).slice(4, 20)));
    expect(left).toEqual([]);
    db.close();
  });
});
