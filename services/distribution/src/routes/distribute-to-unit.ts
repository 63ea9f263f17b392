import { defineRoute } from '@sillok/http-service';
import { distributionOrder, incomingDone, incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { actOnIncoming } from '../receiving/act-on-incoming.ts';

export function distributeToUnitRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/incoming/:documentId/unit',
    operationId: 'DistributeToUnit',
    summary: 'Give an incoming document to the unit whose business it is (배부)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry'],
    command: true,
    params: incomingParams,
    body: distributionOrder,
    response: incomingDone,
    async handle(request) {
      const { unitId, dueOn } = request.body;
      const unitExists = (await context.directory.latest()).units.has(unitId);
      const personId = personOf(request).id;
      return actOnIncoming(context, request, 'DistributeToUnit', () => ({
        type: 'DistributeToUnit',
        personId,
        unitId,
        unitExists,
        ...(dueOn === undefined ? {} : { dueOn }),
      }));
    },
  });
}
