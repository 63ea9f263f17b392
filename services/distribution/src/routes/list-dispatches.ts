import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { dispatchListAnswer, outgoingParams } from '@sillok/schemas/api/distribution/dispatch';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchItemOf, outgoingFor } from '../reading/reading-outgoing.ts';

export function listDispatchesRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/documents/:documentId/dispatches',
    operationId: 'ListDispatches',
    summary: 'To whom a document goes, and how far it has come with each',
    tag: 'distribution',
    access: 'signed-in',
    params: outgoingParams,
    response: dispatchListAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const outgoing = await outgoingFor(context, documentId, personOf(request));
      if (isRefusal(outgoing)) return outgoing;
      const rows = context.dispatches.db
        .prepare('SELECT * FROM dispatch WHERE document_id = ? ORDER BY recipient_id')
        .all(documentId);
      return { items: rows.map((row) => dispatchItemOf(context, row)) };
    },
  });
}
