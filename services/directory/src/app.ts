import type { Service, ServiceContext } from '@sillok/service-context';
import { createPreparedStatements } from '@sillok/signing-desk';
import type { DirectoryContext, DirectoryParts } from './context.ts';
import { getInstitutionRoute } from './routes/get-institution.ts';
import { listPeopleRoute } from './routes/list-people.ts';
import { listUnitTasksRoute } from './routes/list-unit-tasks.ts';
import { listUnitsRoute } from './routes/list-units.ts';
import { prepareAbsenceStatementRoute } from './routes/prepare-absence-statement.ts';
import { registerAbsenceRoute } from './routes/register-absence.ts';

export { type Founder, foundingDirectory } from './founding/founding-directory.ts';

export function createDirectoryService(service: ServiceContext, parts: DirectoryParts): Service {
  const context: DirectoryContext = { ...service, ...parts, prepared: createPreparedStatements(service.clock) };
  return {
    name: 'directory',
    projections: {},
    routes: [
      getInstitutionRoute(context),
      listPeopleRoute(context),
      listUnitsRoute(context),
      listUnitTasksRoute(context),
      prepareAbsenceStatementRoute(context),
      registerAbsenceRoute(context),
    ],
    stop: async () => undefined,
  };
}
