import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@sillok/event-store';
import { esdbEventStore } from '@sillok/event-store/esdb';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { SillokError } from '@sillok/kernel';

export interface EventsOptions {
  readonly folder: string;
  readonly institutionId: string;
  /** Where the log lies on a server: a connection string of EventStoreDB (`esdb://…`). Else it lies in the folder. */
  readonly events?: string | undefined;
}

/**
 * An institution's log. A folder stays with what it began with: DATA_FOLDER_OTHER_STORE where its log lies elsewhere.
 * On a server the log has a name of its own founding, so that a folder that is begun anew never meets an older log.
 */
export function openEvents({ folder, institutionId, events }: EventsOptions): EventStore {
  const own = join(folder, 'events');
  const nameFile = join(own, 'log-on-server');
  const isOnServer = existsSync(nameFile);
  if (events === undefined) {
    if (isOnServer) throw otherStore(folder, 'on a server, which --events names');
    return sqliteEventStore({ folder: own });
  }
  if (existsSync(join(own, 'events.sqlite'))) throw otherStore(folder, 'in the folder itself');
  const log = isOnServer ? readFileSync(nameFile, 'utf8').trim() : `${institutionId}-${randomUUID()}`;
  const store = esdbEventStore({ connectionString: events, log });
  if (!isOnServer) keepName(own, nameFile, log);
  return store;
}

function keepName(folder: string, file: string, log: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, `${log}\n`);
  renameSync(`${file}.part`, file);
}

function otherStore(folder: string, where: string): SillokError {
  return new SillokError('DATA_FOLDER_OTHER_STORE', `the log of ${folder} lies ${where}`);
}
