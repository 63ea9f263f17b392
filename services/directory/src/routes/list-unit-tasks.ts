import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { unitTasksAnswer } from '@sillok/schemas/api/directory/directory';
import type { ServiceContext } from '@sillok/service-context';

export function listUnitTasksRoute(context: ServiceContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/directory/unit-tasks',
    operationId: 'ListUnitTasks',
    summary: 'The unit tasks (단위과제) with the matters of the delegation table',
    tag: 'directory',
    access: 'signed-in',
    response: unitTasksAnswer,
    async handle() {
      const directory = await context.directory.latest();
      const today = dateAt(directory, context.clock.now());
      const items = [...directory.unitTasks.values()].map(({ unitTaskId, code, name, unitId, retention }) => ({
        unitTaskId,
        code,
        name,
        unitId,
        retention,
        matters: directory.rules
          .filter((rule) => rule.unitTaskId === unitTaskId && rule.from <= today)
          .map(({ matter, level }) => ({ matter, level })),
      }));
      return { items };
    },
  });
}
