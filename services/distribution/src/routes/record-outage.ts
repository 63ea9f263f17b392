import { created, defineRoute } from '@sillok/http-service';
import { nameBasedId } from '@sillok/journal';
import { isRefusal } from '@sillok/kernel';
import { newOutage, outageItem, outageListAnswer } from '@sillok/schemas/api/distribution/outage';
import { commandOf, personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { outageDecider, outageStream } from '../outage/decide.ts';
import { outagesIn } from '../reading/deadline-of.ts';

const url = '/api/distribution/outages';

export function recordOutageRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url,
    operationId: 'RecordOutage',
    summary: 'Record that our system was down, once it is up again; the deadlines of those days follow the pack',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry'],
    command: true,
    body: newOutage,
    response: outageItem,
    async handle(request) {
      const command = commandOf(context, request, 'RecordOutage', request.body);
      const outageId = nameBasedId('outage', command.commandId);
      const outage = { outageId, ...request.body, personId: personOf(request).id };
      const outcome = await context.journal.execute(
        outageDecider,
        outageStream(outageId),
        { type: 'RecordOutage', outage, now: context.clock.now() },
        command,
      );
      if (isRefusal(outcome)) return outcome;
      await context.incoming.reached(outcome.position);
      return created({ outageId, ...request.body }, url);
    },
  });
}

export function listOutagesRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url,
    operationId: 'ListOutages',
    summary: 'When nothing could come in, newest first',
    tag: 'distribution',
    access: 'signed-in',
    response: outageListAnswer,
    handle: async () => ({ items: [...outagesIn(context)] }),
  });
}
