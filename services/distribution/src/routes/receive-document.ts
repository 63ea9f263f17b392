import { folderOf } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { incomingDone, incomingParams, receipt } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { registerOfReceipts } from '../reading/law-of-dispatch.ts';
import { actOnIncoming, doneOf } from '../receiving/act-on-incoming.ts';

const numberWithinMs = 2_000;

export function receiveDocumentRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/incoming/:documentId/receipt',
    operationId: 'ReceiveDocument',
    summary: 'Receive it in a folder of your unit; the receipt is the act, and is numbered at once (접수)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['departmental-records-officer'],
    command: true,
    params: incomingParams,
    body: receipt,
    response: incomingDone,
    async handle(request) {
      const { documentId } = request.params;
      const { folderId } = request.body;
      const at = context.clock.now();
      const done = await actOnIncoming(context, request, 'ReceiveDocument', async ({ item }) => ({
        type: 'ReceiveDocument',
        personId: personOf(request).id,
        folderId,
        folder: await folderOf(context.store, context.catalogue, folderId),
        register: await registerOfReceipts(context, item.unitId ?? '', at),
        at,
        title: item.title ?? '–',
      }));
      if (isRefusal(done)) return done;
      await context.incoming.until(() => doneOf(context, documentId).number !== null, numberWithinMs);
      return doneOf(context, documentId);
    },
  });
}
