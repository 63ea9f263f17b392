import type { Service, ServiceContext } from '@sillok/service-context';
import { getInstitutionRoute } from './routes/get-institution.ts';
import { listPeopleRoute } from './routes/list-people.ts';
import { listUnitTasksRoute } from './routes/list-unit-tasks.ts';
import { listUnitsRoute } from './routes/list-units.ts';
import { registerAbsenceRoute } from './routes/register-absence.ts';

export { foundingDirectory } from './founding/founding-directory.ts';

export function createDirectoryService(context: ServiceContext): Service {
  return {
    name: 'directory',
    projections: {},
    routes: [
      getInstitutionRoute(context),
      listPeopleRoute(context),
      listUnitsRoute(context),
      listUnitTasksRoute(context),
      registerAbsenceRoute(context),
    ],
    stop: async () => undefined,
  };
}
