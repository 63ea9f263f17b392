import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { type Catalogue, createCatalogue } from '@sillok/journal';
import { startProjection } from '@sillok/projections';
import { caseOpened } from '@sillok/schemas/events/approval/case-opened';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { recordSealed } from '@sillok/schemas/events/records/record-sealed';
import { type Benchmark, type BenchOrder, type Prepared, rateOf } from './benchmark.ts';
import { documentEvents, envelopeOf, folderEvents, inFolder } from './documents.ts';
import { registeredRecords } from './tables.ts';

export const replay: Benchmark = {
  id: 'b7',
  title: 'the list of records built anew from the log',
  boundedBy:
    'rows, written one statement at a time; then the schemas of envelope and event; JSON alone is the least of it',
  prepare: prepareReplay,
};

async function prepareReplay({ folder, isSmall }: BenchOrder): Promise<Prepared> {
  const store = sqliteEventStore({ folder });
  const documents = isSmall ? 1_000 : 10_000;
  const count = await lay(store, documents);
  const raw = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
  const definitions = [caseOpened, documentEstablished, folderClosed, folderOpened, recordRegistered, recordSealed];
  const catalogue = createCatalogue(definitions);
  return {
    contenders: [
      { name: 'replay', run: () => rateOf(count, () => rebuild(store, catalogue, folder, documents)) },
      { name: 'read and decode', run: () => rateOf(count, () => decodeAll(store, catalogue, count)) },
      { name: 'scan and parse JSON', run: () => rateOf(count, () => parseAll(raw, count)) },
      { name: 'SQLite’s own scan', run: () => rateOf(count, () => scanAll(raw)) },
    ],
    comparisons: [
      { subject: 'replay', peer: 'SQLite’s own scan', atLeast: 0.2 },
      { subject: 'replay', peer: 'scan and parse JSON' },
      { subject: 'read and decode', peer: 'SQLite’s own scan' },
    ],
    facts: [`${count} events of ${documents} documents`, 'nothing sealed', 'the rows of each replay counted'],
    async close() {
      raw.close();
      await store.close();
    },
  };
}

async function lay(store: EventStore, documents: number): Promise<number> {
  let count = 0;
  for (let document = 0; document < documents; document += inFolder) {
    const within = Array.from({ length: inFolder }, (_, place) => document + place);
    const events = [...folderEvents(document / inFolder), ...within.flatMap(documentEvents)];
    const appends = events.map((event) => {
      const { id, stream, bytes } = envelopeOf(event, count++);
      return store.append(stream, -1, [{ id, type: event.type, bytes, mac: '' }]);
    });
    // In the order of the calls: a folder is opened before it is closed.
    await Promise.all(appends);
  }
  return count;
}

async function rebuild(store: EventStore, catalogue: Catalogue, folder: string, documents: number): Promise<void> {
  let alarm: unknown;
  const projection = startProjection(registeredRecords(), {
    folder: join(folder, randomBytes(8).toString('hex')),
    store,
    catalogue,
    open: async () => ({}),
    onAlarm: ({ error }) => {
      alarm = error;
    },
  });
  await projection.caughtUp().catch((error: unknown) => {
    throw new RangeError('the replay did not end', { cause: alarm ?? error });
  });
  const sealed = projection.db.prepare("SELECT count(*) AS n FROM record WHERE status = 'sealed'").get()?.['n'];
  await projection.stop();
  if (sealed !== documents) throw new RangeError(`${sealed} of ${documents} records were built`);
}

async function decodeAll(store: EventStore, catalogue: Catalogue, count: number): Promise<void> {
  let seen = 0;
  for await (const stored of store.readAll()) if (catalogue.decode(stored).type.length > 0) seen += 1;
  if (seen !== count) throw new RangeError(`${seen} of ${count} events were read`);
}

function parseAll(db: DatabaseSync, count: number): void {
  const decoder = new TextDecoder();
  let seen = 0;
  for (const { bytes } of db.prepare('SELECT bytes FROM events ORDER BY position').iterate()) {
    if (bytes instanceof Uint8Array && JSON.parse(decoder.decode(bytes)) !== null) seen += 1;
  }
  if (seen !== count) throw new RangeError(`${seen} of ${count} events were read`);
}

function scanAll(db: DatabaseSync): void {
  // Not the length alone: that is known without reading the row.
  db.prepare("SELECT sum(length(CAST(bytes AS TEXT))) AS n FROM events WHERE instr(bytes, x'00') = 0").get();
}
