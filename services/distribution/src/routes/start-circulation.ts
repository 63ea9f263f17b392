import { appointmentsOf, dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { circulation, circulationDone, incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { commandOf, personOf } from '@sillok/service-context';
import { circulationDecider, circulationStream } from '../circulation/decide.ts';
import type { DistributionContext } from '../context.ts';
import { incomingFor } from '../reading/reading-incoming.ts';

export function startCirculationRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/incoming/:documentId/circulation',
    operationId: 'StartCirculation',
    summary: 'Have people read a received document; the system records that they opened it (공람)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['departmental-records-officer', 'registry'],
    command: true,
    params: incomingParams,
    body: circulation,
    response: circulationDone,
    async handle(request) {
      const { documentId } = request.params;
      const { readerIds } = request.body;
      const person = personOf(request);
      const found = await incomingFor(context, documentId, person);
      if (isRefusal(found)) return found;
      const directory = await context.directory.latest();
      const on = dateAt(directory, context.clock.now());
      const outcome = await context.journal.execute(
        circulationDecider,
        circulationStream(documentId),
        {
          type: 'StartCirculation',
          documentId,
          personId: person.id,
          readerIds,
          isReceived: found.item.status === 'received' || found.item.status === 'number-pending',
          unknownReader: readerIds.find((one) => appointmentsOf(directory, one, on).length === 0),
        },
        commandOf(context, request, 'StartCirculation', [documentId, ...readerIds]),
      );
      if (isRefusal(outcome)) return outcome;
      await context.incoming.reached(outcome.position);
      return { documentId, readerIds };
    },
  });
}
