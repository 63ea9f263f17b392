import { defineRoute } from '@sillok/http-service';
import { unitsAnswer } from '@sillok/schemas/api/directory/directory';
import type { ServiceContext } from '@sillok/service-context';

export function listUnitsRoute(context: ServiceContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/directory/units',
    operationId: 'ListUnits',
    summary: 'The units of the institution',
    tag: 'directory',
    access: 'signed-in',
    response: unitsAnswer,
    async handle() {
      const { units } = await context.directory.latest();
      const items = [...units.values()].map(({ unitId, code, name, parentId }) => ({
        unitId,
        code,
        name,
        ...(parentId === undefined ? {} : { parentId }),
      }));
      return { items };
    },
  });
}
