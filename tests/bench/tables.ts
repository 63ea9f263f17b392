import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { projectionDefinitions as archive } from '@sillok/archive';
import type { Position } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import type { ProjectionDefinition } from '@sillok/projections';
import { projectionDefinitions as records } from '@sillok/records';
import { envelopeSchema } from '@sillok/schemas/vocabulary/envelope';
import {
  describedFile,
  describedItem,
  documentEvents,
  envelopeOf,
  folderEvents,
  inFolder,
  type SampleEvent,
} from './documents.ts';
import { inTransaction } from './in-transaction.ts';

/** The services' own tables with that many documents in them, filled by their own projections. */
export interface Tables {
  readonly records: DatabaseSync;
  readonly archive: DatabaseSync;
}

export async function filledTables(folder: string, documents: number): Promise<Tables> {
  const position = await somePosition();
  const folders = Array.from({ length: Math.ceil(documents / inFolder) }, (_, index) => index);
  const within = (index: number) => Array.from({ length: inFolder }, (_, place) => index * inFolder + place);
  return {
    records: fill(join(folder, `records-${documents}.sqlite`), registeredRecords(), position, function* () {
      for (const index of folders) yield [...folderEvents(index), ...within(index).flatMap(documentEvents)];
    }),
    archive: fill(join(folder, `archive-${documents}.sqlite`), openRecords(), position, function* () {
      for (const index of folders) yield [...within(index).map(describedItem), describedFile(index)];
    }),
  };
}

/** Which documents came into being, and where each is: what lists and due lists are answered from. */
export function registeredRecords(): ProjectionDefinition {
  return named(records, 'registered-records');
}

function openRecords(): ProjectionDefinition {
  return named(archive, 'open-records');
}

function named(all: readonly ProjectionDefinition[], name: string): ProjectionDefinition {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no projection is called ${name}`);
  return found;
}

/** As the library opens its files; the events come by hand, because reading a log is another benchmark. */
function fill(
  file: string,
  definition: ProjectionDefinition,
  position: Position,
  batches: () => Iterable<readonly SampleEvent[]>,
): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(definition.tables);
  const envelopes = new Map<string, ReturnType<typeof envelopeSchema.parse>>();
  for (const batch of batches()) {
    inTransaction(db, () => {
      for (const event of batch) {
        const { bytes } = envelopeOf(event, 0);
        const envelope = envelopes.get(event.type) ?? envelopeSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
        envelopes.set(event.type, envelope);
        definition.apply(db, { ...event, envelope, bytes, position }, { title: event.title, creator: 'Bench' });
      }
    });
  }
  return db;
}

/** A log alone makes positions. */
async function somePosition(): Promise<Position> {
  const store = inMemoryEventStore();
  const event = { id: 'event-00000001', type: 'bench.Measured.v1', bytes: Uint8Array.of(1), mac: '' };
  const { position } = await store.append('stream', -1, [event]);
  await store.close();
  return position;
}
