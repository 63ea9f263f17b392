import { absenceOf, appointmentsOf, dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { peopleAnswer } from '@sillok/schemas/api/directory/directory';
import type { ServiceContext } from '@sillok/service-context';

export function listPeopleRoute(context: ServiceContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/directory/people',
    operationId: 'ListPeople',
    summary: 'The people with their posts today',
    tag: 'directory',
    access: 'signed-in',
    response: peopleAnswer,
    async handle() {
      const directory = await context.directory.latest();
      const now = context.clock.now();
      const today = dateAt(directory, now);
      const items = [...directory.persons.values()].map(({ personId, name }) => ({
        personId,
        name: name ?? null,
        posts: appointmentsOf(directory, personId, today).map(({ appointmentId, unitId, position, level, roles }) => ({
          appointmentId,
          unitId,
          position,
          level,
          roles,
        })),
        absent: absenceOf(directory, personId, now) !== undefined,
      }));
      return { items };
    },
  });
}
