import { dateAt, packInForce } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { institutionAnswer } from '@sillok/schemas/api/directory/directory';
import type { ServiceContext } from '@sillok/service-context';

export function getInstitutionRoute(context: ServiceContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/directory/institution',
    operationId: 'GetInstitution',
    summary: 'Which institution this is, what day it has, and by which law it decides',
    tag: 'directory',
    access: 'public',
    response: institutionAnswer,
    async handle() {
      const directory = await context.directory.latest();
      const { institution } = directory;
      if (institution === undefined) return refuse('not-found', 'institution');
      const { institutionId, code, name, language, timeZone, mode } = institution;
      const now = context.clock.now();
      const today = dateAt(directory, now);
      const active = packInForce(directory, today);
      const policyPack = active === undefined ? null : { id: active.pack.id, digest: active.digest };
      return { institutionId, code, name, language, timeZone, mode, now, today, policyPack };
    },
  });
}
