import { defineRoute } from '@sillok/http-service';
import { checkText } from '@sillok/official-document';
import { incomingDone, incomingParams, redistribution } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { actOnIncoming } from '../receiving/act-on-incoming.ts';

export function requestRedistributionRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/incoming/:documentId/redistribution',
    operationId: 'RequestRedistribution',
    summary: 'Give it back to the registry: it is not the business of this unit (재배부 요청)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['departmental-records-officer'],
    command: true,
    params: incomingParams,
    body: redistribution,
    response: incomingDone,
    async handle(request) {
      const { reason } = request.body;
      const unprintable = checkText(reason, 'reason');
      if (unprintable !== undefined) return unprintable;
      const personId = personOf(request).id;
      return actOnIncoming(context, request, 'RequestRedistribution', () => ({
        type: 'RequestRedistribution',
        personId,
        reason,
      }));
    },
  });
}
