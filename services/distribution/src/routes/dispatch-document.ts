import { dateAt, sealInForce } from '@sillok/authority';
import { accepted, defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { dispatchDone, dispatchParams } from '@sillok/schemas/api/distribution/dispatch';
import { commandOf, personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { dispatchFor } from '../reading/reading-outgoing.ts';

export function dispatchDocumentRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/dispatches/:dispatchId/dispatch',
    operationId: 'DispatchDocument',
    summary: 'Have the dispatch copy sealed and sent; how far it comes is told later (발송)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry', 'departmental-records-officer'],
    command: true,
    params: dispatchParams,
    response: dispatchDone,
    async handle(request) {
      const { dispatchId } = request.params;
      const person = personOf(request);
      const found = await dispatchFor(context, dispatchId, person);
      if (isRefusal(found)) return found;
      const at = context.clock.now();
      const directory = await context.directory.latest();
      const outcome = await context.journal.execute(
        dispatchDecider,
        dispatchStream(dispatchId),
        {
          type: 'AffixSeal',
          personId: person.id,
          seal: sealInForce(directory, 'institution', dateAt(directory, at)),
          at,
        },
        commandOf(context, request, 'DispatchDocument', [dispatchId]),
      );
      if (isRefusal(outcome)) return outcome;
      await context.dispatches.reached(outcome.position);
      return accepted({ dispatchId, status: 'sealing' as const });
    },
  });
}
