import { defineRoute } from '@sillok/http-service';
import { unitChoice } from '@sillok/schemas/api/distribution/incoming';
import { paperDone, paperParams } from '@sillok/schemas/api/distribution/paper';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { actOnPaper } from '../receiving/act-on-paper.ts';

export function distributePaperRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/papers/:documentId/unit',
    operationId: 'DistributePaper',
    summary: 'Give a scanned letter to the unit whose business it is, or to another until it is received (배부)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry'],
    command: true,
    params: paperParams,
    body: unitChoice,
    response: paperDone,
    async handle(request) {
      const { unitId } = request.body;
      const unitExists = (await context.directory.latest()).units.has(unitId);
      const { documentId } = request.params;
      const personId = personOf(request).id;
      const command = { type: 'DistributePaper', documentId, personId, unitId, unitExists } as const;
      return actOnPaper(context, request, 'DistributePaper', () => command);
    },
  });
}
