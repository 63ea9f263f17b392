import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { type Benchmark, type BenchOrder, type Prepared, rateOf, steadyRate } from './benchmark.ts';
import { assertAskedByService, type Question, questions } from './questions.ts';
import type { Contender } from './rounds.ts';
import { filledTables, type Tables } from './tables.ts';
import { fillLog, writeCrowd } from './writers.ts';

export const growth: Benchmark = {
  id: 'b8',
  title: 'the same questions to ten times as many documents',
  boundedBy:
    'the depth of an index where one answers; the number of documents wherever rows are looked at and left out',
  prepare: prepareGrowth,
};

interface Grown {
  readonly documents: number;
  readonly store: EventStore;
  readonly tables: Tables;
}

async function prepareGrowth({ folder, isSmall, isLarge }: BenchOrder): Promise<Prepared> {
  for (const question of questions) assertAskedByService(question);
  const sizes = isSmall ? [4_000, 20_000] : [10_000, 100_000, ...(isLarge ? [1_000_000] : [])];
  const all: Grown[] = [];
  for (const documents of sizes) all.push(await grow(folder, documents));
  const names = ['append, 64 writers', ...questions.map(({ name }) => name)];
  const [first = 0, ...larger] = sizes;
  return {
    // The sizes of one question beside each other: what is compared is to see the same moment.
    contenders: [...all.map(appending), ...questions.flatMap((question) => all.map((one) => asking(one, question)))],
    comparisons: names.flatMap((name) =>
      larger.map((size) => ({ subject: nameAt(name, size), peer: nameAt(name, first), atLeast: 0.9 })),
    ),
    facts: ['the services’ own tables and statements', 'the number of rows of each answer checked', 'page cache warm'],
    async close() {
      for (const { store, tables } of all) {
        await store.close();
        tables.records.close();
        tables.archive.close();
      }
    },
  };
}

async function grow(parent: string, documents: number): Promise<Grown> {
  const folder = join(parent, String(documents));
  mkdirSync(folder);
  const store = sqliteEventStore({ folder });
  await fillLog(store, documents);
  return { documents, store, tables: await filledTables(folder, documents) };
}

function appending({ documents, store }: Grown): Contender {
  const [writers, turns] = [64, 10];
  return {
    name: nameAt('append, 64 writers', documents),
    run: () => rateOf(writers * turns, () => writeCrowd(store, writers, turns)),
  };
}

function asking({ documents, tables }: Grown, question: Question): Contender {
  const db = tables[question.of];
  const parameters = question.parameters(documents);
  return {
    name: nameAt(question.name, documents),
    run: () =>
      steadyRate(() => {
        const rows = db.prepare(question.sql).all(...parameters).length;
        if (rows !== question.rows) throw new RangeError(`${question.name}: ${rows} rows, not ${question.rows}`);
      }, 150),
  };
}

function nameAt(name: string, documents: number): string {
  return `${name}, ${documents.toLocaleString('en')} documents`;
}
