import { DatabaseSync } from 'node:sqlite';
import { emptyDirectory } from '@sillok/authority';
import { afterEach, describe, expect, it } from 'vitest';
import { outgoingTransfers } from '../projections/outgoing-transfers.ts';
import { registeredRecords } from '../projections/registered-records.ts';
import { dueReviewsOf } from './due-reviews.ts';

const opened: DatabaseSync[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function databaseOf(tables: string): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  opened.push(db);
  db.exec(tables);
  return db;
}

/** Closed records, the oldest first; as many of them as said are at the archives. */
function reviewsOf(count: number, atArchives: number) {
  const [records, transfers] = [databaseOf(registeredRecords.tables), databaseOf(outgoingTransfers.tables)];
  const record = records.prepare(
    `INSERT INTO record VALUES (?, 'title', 'unit-0001', ?, '1', '{}', 'folder-0001', 'null', 'closed', 'sealed',
     NULL, NULL, NULL, '["1"]', ?, NULL)`,
  );
  const filed = transfers.prepare("INSERT INTO filed VALUES (?, ?, 'folder-0001', NULL, 0, ?)");
  for (let place = 0; place < count; place += 1) {
    const [id, at] = [`document-${place}`, `2014-01-01T00:00:00.${String(place).padStart(3, '0')}Z`];
    record.run(id, at, at);
    filed.run(place, id, place < atArchives ? 1 : 0);
  }
  const directory = emptyDirectory();
  directory.packs.push({ pack: 'kr', digest: 'a'.repeat(64), from: '2014-01-01' } as (typeof directory.packs)[number]);
  return dueReviewsOf({ records: { db: records }, transfers: { db: transfers } }, directory, '2020-01-02').map(
    ({ documentId }) => documentId,
  );
}

describe('the reviews of disclosure that are due', () => {
  it('are not crowded out by records that are at the archives', () => {
    expect(reviewsOf(502, 500)).toEqual(['document-500', 'document-501']);
  });

  it('are five hundred at once, the longest waiting first', () => {
    const due = reviewsOf(501, 0);
    expect(due).toHaveLength(500);
    expect(due[0]).toBe('document-0');
  });
});
