import { join } from 'node:path';
import { createDirectoryReader } from '@sillok/authority';
import { createInstitutionApp, createLogger, createSessions, sessionCookieName } from '@sillok/http-service';
import type { Catalogue, CommandContext, Journal } from '@sillok/journal';
import { standingClock } from '@sillok/kernel';
import type { PackageStore } from '@sillok/object-store';
import { type ProjectionDefinition, startProjection } from '@sillok/projections';
import type { ServiceContext } from '@sillok/service-context';
import { descriptionTree } from '../projections/description-tree.ts';
import { openRecords } from '../projections/open-records.ts';
import { submissions } from '../projections/submissions.ts';
import { whenPackagePreservedDescribe } from '../reactions/when-package-preserved-describe.ts';
import { whenUnitDescribedDescribeAbove } from '../reactions/when-unit-described-describe-above.ts';
import { getDescriptionRoute } from '../routes/get-description.ts';
import { getOpenDescriptionRoute } from '../routes/get-open-description.ts';
import { getOpenDocumentRoute } from '../routes/get-open-document.ts';
import { listDescriptionsRoute } from '../routes/list-descriptions.ts';
import { listOpenFondsRoute } from '../routes/list-open-fonds.ts';
import { redescribeUnitRoute } from '../routes/redescribe-unit.ts';
import { searchOpenDescriptionsRoute } from '../routes/search-open-descriptions.ts';
import { preserve, type TestFolder } from './preserved-fixtures.ts';

const host = 'archives.localhost:8080';

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
  const read: string[] = [];
  const reading = {
    ...packages,
    placeOf: (name: string) => {
      read.push(name);
      return packages.placeOf(name);
    },
  };
  const parts = {
    store,
    catalogue,
    journal,
    packages: reading,
    directory,
    onAlarm,
    ...projections,
    institutionId: 'mois',
  };
  const react = () => [whenPackagePreservedDescribe(parts), whenUnitDescribedDescribeAbove(parts)];
  const reactions = react();
  const { app, sessions } = await serve(folder, parts);
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
    /** The packages that were opened. */
    read,
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

async function serve(
  folder: string,
  parts: Parameters<typeof redescribeUnitRoute>[0] & Parameters<typeof getOpenDocumentRoute>[0],
) {
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
  return { app, sessions };
}
