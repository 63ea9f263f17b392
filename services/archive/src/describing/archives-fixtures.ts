import { join } from 'node:path';
import { bytesOf, type ErmsRecord, writeErms } from '@sillok/archival-package';
import { createDirectoryReader } from '@sillok/authority';
import { createInstitutionApp, createLogger, createSessions, sessionCookieName } from '@sillok/http-service';
import type { Catalogue, CommandContext, Journal } from '@sillok/journal';
import { isRefusal, refusalAsError, standingClock } from '@sillok/kernel';
import type { PackageStore } from '@sillok/object-store';
import { type ProjectionDefinition, startProjection } from '@sillok/projections';
import type { ArchiveEvent } from '@sillok/schemas/events/archive/all';
import type { ServiceContext } from '@sillok/service-context';
import { ZipWriter } from '@sillok/zip';
import { descriptionTree } from '../projections/description-tree.ts';
import { openRecords } from '../projections/open-records.ts';
import { submissions } from '../projections/submissions.ts';
import { whenItemOpenedDescribeAbove } from '../reactions/when-item-opened-describe-above.ts';
import { whenPackagePreservedDescribe } from '../reactions/when-package-preserved-describe.ts';
import { getDescriptionRoute } from '../routes/get-description.ts';
import { getOpenDescriptionRoute } from '../routes/get-open-description.ts';
import { getOpenDocumentRoute } from '../routes/get-open-document.ts';
import { listDescriptionsRoute } from '../routes/list-descriptions.ts';
import { listOpenFondsRoute } from '../routes/list-open-fonds.ts';
import { redescribeUnitRoute } from '../routes/redescribe-unit.ts';
import { searchOpenDescriptionsRoute } from '../routes/search-open-descriptions.ts';

export const creatorId = 'mopa';
const host = 'archives.localhost:8080';

/** A record as a test tells of it; each folder is a package. */
export interface TestRecord {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly open: boolean;
  readonly scan?: boolean;
}

export interface TestFolder {
  readonly id: string;
  readonly title: string;
  readonly task: string;
  readonly edition?: number;
  readonly records: readonly TestRecord[];
}

/** What the archives are made from; `log` as `test-support` makes it. */
export interface TestArchives {
  readonly folder: string;
  readonly packages: PackageStore;
  readonly log: {
    readonly store: ServiceContext['store'];
    readonly catalogue: Catalogue;
    readonly journal: (service: string) => Journal;
    readonly command: (key: string) => CommandContext;
  };
}

/** The archives' log, projections, reactions and routes in a folder, with nothing of other people's in between. */
export async function openArchives({ folder, log, packages }: TestArchives) {
  const { store, catalogue } = log;
  const journal = log.journal('archive');
  const alarms: unknown[] = [];
  const onAlarm = (alarm: unknown) => void alarms.push(alarm);
  const project = (definition: ProjectionDefinition, where = folder) =>
    startProjection(definition, { folder: where, store, catalogue, open: journal.open, onAlarm });
  const projections = {
    submissions: project(submissions),
    descriptions: project(descriptionTree),
    openRecords: project(openRecords),
  };
  const directory = createDirectoryReader({ store, catalogue, open: journal.open });
  const parts = { store, catalogue, journal, packages, directory, onAlarm, ...projections, institutionId: 'mois' };
  const react = () => [whenPackagePreservedDescribe(parts), whenItemOpenedDescribeAbove(parts)];
  const reactions = react();
  const sessions = createSessions({
    secret: new Uint8Array(32).fill(7),
    clock: standingClock('2026-03-02T01:00:00.000Z'),
  });
  const app = await createInstitutionApp({
    institution: { id: 'archives', name: 'Archives', languages: ['en', 'ko'] },
    routes: [
      listDescriptionsRoute(parts),
      getDescriptionRoute(parts),
      redescribeUnitRoute(parts),
      searchOpenDescriptionsRoute(parts),
      listOpenFondsRoute(parts),
      getOpenDescriptionRoute(parts),
      getOpenDocumentRoute(parts),
    ],
    sessions,
    logger: createLogger({ file: join(folder, 'operators.jsonl') }),
    rolesOf: (personId) => (personId === 'person-archivist' ? ['archivist'] : []),
  });
  const settle = async () => {
    for (const one of reactions) await one.settled();
    for await (const { position } of store.readAll()) {
      for (const one of Object.values(projections)) await one.reached(position);
    }
  };
  return {
    log,
    journal,
    app,
    alarms,
    project,
    react,
    settle,
    ...projections,
    preserve: async (given: TestFolder) => preserve({ journal, packages, command: log.command }, given),
    get: (url: string) => app.inject({ method: 'GET', url, headers: { host } }),
    async cookie(personId: string) {
      const authenticatedAt = '2026-03-02T01:00:00.000Z';
      const { value } = await sessions.start({ personId, institution: 'archives', authenticatedAt });
      return { host, origin: `http://${host}`, cookie: `${sessionCookieName}=${value}` };
    },
    async stop() {
      await Promise.all(reactions.map((one) => one.stop()));
      await Promise.all(Object.values(projections).map((one) => one.stop()));
      await app.close();
    },
  };
}

interface Preserving {
  readonly journal: Journal;
  readonly packages: PackageStore;
  readonly command: TestArchives['log']['command'];
}

/** Anything that happens at the archives. */
const anything = {
  initialState: undefined,
  decide: (event: ArchiveEvent) => [event],
  evolve: () => undefined,
};

async function preserve({ journal, packages, command }: Preserving, folder: TestFolder): Promise<void> {
  const transferId = `transfer-${folder.id}`;
  const { edition = 1 } = folder;
  const packageFile = `${folder.id}-${edition}.zip`;
  const happens = async (event: ArchiveEvent) => {
    const outcome = await journal.execute(anything, transferId, event, command(`${event.type} ${packageFile}`));
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  };
  await packages.put(packageFile, await packageOf(folder));
  const digest = 'a'.repeat(64);
  if (edition === 1)
    await happens({
      type: 'archive.SubmissionArrived.v1',
      data: {
        transferId,
        senderId: creatorId,
        folderId: folder.id,
        packageAddress: digest,
        packageBytes: 1,
        packageDigest: digest,
        metsDigest: digest,
        answers: digest,
        items: folder.records.map(({ id }) => id),
        previousTransferId: null,
        arrivedAt: '2041-03-01T00:00:00.000Z',
      },
    });
  await happens({
    type: 'archive.PackagePreserved.v1',
    data: {
      packageId: `package-${folder.id}`,
      transferId,
      senderId: creatorId,
      accession: '2041-1',
      edition,
      packageFile,
      packageBytes: 1,
      packageDigest: digest,
      metsDigest: digest,
      items: folder.records.map(({ id, open }) => ({
        documentId: id,
        disclosure: open ? { class: 'open', grounds: [] } : { class: 'closed', grounds: ['6'] },
      })),
    },
  });
}

function packageOf(folder: TestFolder): Promise<Uint8Array> {
  const zip = new ZipWriter('2041-01-01T00:00:00.000Z');
  for (const [index, record] of folder.records.entries()) {
    const data = `root/representations/item-${String(index + 1).padStart(4, '0')}/data`;
    zip.add(`${data}/erms.xml`, bytesOf(writeErms(modelOf(folder, record))));
    zip.add(`${data}/${record.scan ? 'scan.png' : 'document.pdf'}`, new TextEncoder().encode(`bytes of ${record.id}`));
  }
  return zip.end();
}

function modelOf({ id, title, task }: TestFolder, record: TestRecord) {
  const unsaid = {
    keywords: [],
    agents: [],
    actions: [],
    signatures: [],
    components: [],
    physicalLocations: [],
    relations: [],
  } satisfies Partial<ErmsRecord>;
  return {
    identifier: `erms-${record.id}`,
    createdAt: '2041-01-01T00:00:00.000Z',
    agency: { name: '기록부', code: creatorId },
    folder: {
      id,
      title,
      classification: [{ code: task, title: `Task ${task}` }],
      openedOn: '2010-01-01',
      closedOn: '2040-12-31',
      agents: [],
    },
    records: [{ id: record.id, title: record.title, createdAt: `${record.on}T03:00:00.000Z`, ...unsaid }],
  };
}
