import { defineRoute } from '@sillok/http-service';
import { formalReturn, incomingDone, incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { lawOfDispatch } from '../reading/law-of-dispatch.ts';
import { actOnIncoming } from '../receiving/act-on-incoming.ts';

export function returnToSenderRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/incoming/:documentId/return',
    operationId: 'ReturnToSender',
    summary: 'Send it back for a formal defect that the law names (반송)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry', 'departmental-records-officer'],
    command: true,
    params: incomingParams,
    body: formalReturn,
    response: incomingDone,
    async handle(request) {
      const { ground } = request.body;
      const { returnGrounds: grounds } = await lawOfDispatch(context, context.clock.now());
      const personId = personOf(request).id;
      return actOnIncoming(context, request, 'ReturnToSender', () => ({
        type: 'ReturnToSender',
        personId,
        ground,
        grounds,
      }));
    },
  });
}
