import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createDirectoryReader, type DirectoryReader } from '@sillok/authority';
import type { EventStore } from '@sillok/event-store';
import type { Alarm } from '@sillok/jobs';
import { createJournal, type Journal } from '@sillok/journal';
import type { Clock } from '@sillok/kernel';
import type { KeyName, KeyVault } from '@sillok/key-vault';
import { fileInstitutionKey, fileKeyVault, foundInstitutionKey } from '@sillok/key-vault/files';
import { fileObjectStore } from '@sillok/object-store/files';
import { type ProjectionDefinition, startProjection } from '@sillok/projections';
import {
  createInstitutionContents,
  createRecordContents,
  type InstitutionContents,
  type RecordContents,
  type ServiceContext,
} from '@sillok/service-context';
import { catalogue } from './all-events.ts';
import { closeOnFailure } from './close-on-failure.ts';
import { openEvents } from './open-events.ts';

export interface LogOptions {
  readonly folder: string;
  readonly institutionId: string;
  readonly clock: Clock;
  /** Where the log lies on a server; else it lies in the folder. */
  readonly events?: string | undefined;
  readonly onAlarm: (alarm: Alarm) => void;
}

/** Log, keys, objects and projections of one institution, opened. */
export interface InstitutionLog {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly contents: RecordContents;
  readonly transferContents: RecordContents;
  readonly institutionContents: InstitutionContents;
  readonly directory: DirectoryReader;
  readonly macKeys: ReadonlyMap<string, Uint8Array>;
  contextOf(service: string): ServiceContext;
  journalOf(service: string): Journal;
  close(): Promise<void>;
}

export const services = ['directory', 'drafting', 'approval', 'records', 'distribution', 'archive'] as const;

/**
 * Throws DATA_FOLDER_IN_USE, DATA_FOLDER_NEWER, DATA_FOLDER_DAMAGED, DATA_FOLDER_OTHER_STORE or DISK_FULL, and has
 * nothing open then.
 */
export function openLog(options: LogOptions): Promise<InstitutionLog> {
  return closeOnFailure((closing) => openParts(options, closing));
}

async function openParts(
  { folder, institutionId, clock, events, onAlarm }: LogOptions,
  closing: (close: () => unknown) => void,
): Promise<InstitutionLog> {
  const keyPath = join(folder, 'keys', 'institution.key');
  const institutionKey = existsSync(keyPath)
    ? fileInstitutionKey({ file: keyPath })
    : foundInstitutionKey({ file: keyPath });
  const store = openEvents({ folder, institutionId, events });
  closing(store.close);
  const vault = fileKeyVault({ file: join(folder, 'keys', 'vault.sqlite'), institutionKey });
  closing(() => vault.close());
  const objects = fileObjectStore({ folder: join(folder, 'objects') });
  const contents = createRecordContents(vault, objects);
  const transferContents = createRecordContents(vault, objects, 'transfer');
  const institutionContents = createInstitutionContents(vault, objects);
  const commandKey = await vault.keyFor('institution:commands');
  const macKeys = new Map<string, Uint8Array>();
  for (const service of services) macKeys.set(service, await vault.keyFor(macKeyName(service)));

  function journalOf(service: string): Journal {
    const macKey = macKeys.get(service);
    if (macKey === undefined) throw new RangeError(`${service} writes no events`);
    return createJournal({ store, log: institutionId, service, vault, catalogue, clock, macKey, commandKey });
  }

  const reading = journalOf('directory');
  const directory = createDirectoryReader({ store, catalogue, open: reading.open });
  const project = (definition: ProjectionDefinition) =>
    startProjection(definition, { folder: join(folder, 'projections'), store, catalogue, open: reading.open, onAlarm });

  return {
    store,
    vault,
    contents,
    transferContents,
    institutionContents,
    directory,
    macKeys,
    journalOf,
    contextOf: (service) => ({
      institutionId,
      store,
      catalogue,
      journal: journalOf(service === 'audit' ? 'directory' : service),
      contents,
      transferContents,
      institutionContents,
      directory,
      clock,
      ids: { next: randomUUID },
      project,
      onAlarm,
    }),
    async close() {
      await store.close();
      await vault.close();
    },
  };
}

function macKeyName(service: string): KeyName {
  return `institution:mac-${service}`;
}
