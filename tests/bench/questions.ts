import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { queryOf } from '@sillok/search';
import { documentId, folderId, inUnit, quietUnit, unitId } from './documents.ts';

/** What people ask, in the words in which a service asks its tables. */
export interface Question {
  readonly name: string;
  readonly of: 'records' | 'archive';
  readonly sql: string;
  readonly parameters: (documents: number) => readonly SQLInputValue[];
  readonly source: string;
  /** An answer with fewer or more rows is wrong, at any size. */
  readonly rows: number;
}

const beforeAll = ['9999-12-31T23:59:59.999Z', '~'];

const listRecords = {
  of: 'records',
  sql: `SELECT * FROM record WHERE (established_at, document_id) < (?, ?) AND (? = 1
             OR unit_id IN (SELECT value FROM json_each(?))
             OR document_id IN (SELECT document_id FROM reader WHERE person_id = ?))
           ORDER BY established_at DESC, document_id DESC LIMIT ?`,
  source: 'services/records/src/routes/list-records.ts',
} as const;

const searchOpen = {
  of: 'archive',
  sql: `SELECT u.* FROM search s JOIN open_unit u ON u.entry = s.rowid
       WHERE search MATCH ? AND (u.date_to, u.description_id) < (?, ?)
       ORDER BY u.date_to DESC, u.description_id DESC LIMIT ?`,
  source: 'services/archive/src/reading/reading-open.ts',
} as const;

const page = 21;
const newestUnit = (documents: number): string => unitId(documents / inUnit - 1);
const half = (documents: number): number => Math.floor(documents / 2);

export const questions: readonly Question[] = [
  {
    name: 'records, who sees all',
    ...listRecords,
    parameters: () => [...beforeAll, 1, '[]', 'person', page],
    rows: page,
  },
  {
    name: 'records of the newest unit',
    ...listRecords,
    parameters: (documents) => [
      ...beforeAll,
      0,
      JSON.stringify([newestUnit(documents)]),
      `clerk-1-${newestUnit(documents)}`,
      page,
    ],
    rows: page,
  },
  {
    name: 'records of a quiet unit',
    ...listRecords,
    parameters: () => [...beforeAll, 0, JSON.stringify([quietUnit]), `clerk-1-${quietUnit}`, page],
    rows: 3,
  },
  {
    name: 'a record',
    of: 'records',
    sql: 'SELECT * FROM record WHERE document_id = ?',
    source: 'services/records/src/reading/reading-record.ts',
    parameters: (documents) => [documentId(half(documents))],
    rows: 1,
  },
  {
    name: 'what a folder has to review',
    of: 'records',
    sql: "SELECT * FROM record WHERE folder_id = ? AND disclosure <> 'open' ORDER BY classed_at, document_id",
    source: 'services/records/src/reading/due-reviews.ts',
    parameters: () => [folderId(0)],
    rows: 5,
  },
  {
    name: 'folders of a unit',
    of: 'records',
    sql: `SELECT * FROM folder WHERE (? IS NULL OR unit_task_id = ?)
           AND (? = 1 OR unit_id IN (SELECT value FROM json_each(?))) ORDER BY year DESC, folder_id LIMIT 500`,
    source: 'services/records/src/routes/list-folders.ts',
    parameters: () => [null, null, 0, JSON.stringify([unitId(0)])],
    rows: 10,
  },
  {
    name: 'due transfers',
    of: 'records',
    sql: `SELECT * FROM folder WHERE status = 'closed' AND custody = ? AND retention_start <= ?
       ORDER BY retention_start, folder_id LIMIT 500`,
    source: 'services/records/src/reading/due-transfers.ts',
    parameters: () => ['unit', '2026-01-01'],
    rows: 5,
  },
  {
    name: 'due reviews',
    of: 'records',
    sql: `SELECT * FROM record WHERE disclosure <> 'open' AND number IS NOT NULL AND classed_at < ?
       ORDER BY classed_at, document_id`,
    source: 'services/records/src/reading/due-reviews.ts',
    parameters: () => ['2026-01-01T'],
    rows: 5,
  },
  {
    name: 'units under a unit of description',
    of: 'archive',
    sql: `SELECT * FROM open_unit WHERE parent_id IS ? AND (date_to, description_id) < (?, ?)
       ORDER BY date_to DESC, description_id DESC LIMIT ?`,
    source: 'services/archive/src/reading/reading-open.ts',
    parameters: () => ['file-00000003', ...beforeAll, page],
    rows: page,
  },
  {
    name: 'search, a rare word',
    ...searchOpen,
    parameters: () => [queryOf('n00000777') ?? '', ...beforeAll, page],
    rows: 1,
  },
  {
    name: 'search, two words',
    ...searchOpen,
    parameters: () => [queryOf('harbour ward00000007') ?? '', ...beforeAll, 2],
    rows: 2,
  },
  {
    name: 'search, a word that all have',
    ...searchOpen,
    parameters: () => [queryOf('알림') ?? '', ...beforeAll, page],
    rows: page,
  },
];

/** RangeError where the service asks in other words by now: then the figure would be of nobody's question. */
export function assertAskedByService({ name, sql, source }: Question): void {
  const code = readFileSync(join(import.meta.dirname, '..', '..', source), 'utf8');
  if (!inOneLine(code).includes(inOneLine(sql))) throw new RangeError(`${source} no longer asks for “${name}” so`);
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
