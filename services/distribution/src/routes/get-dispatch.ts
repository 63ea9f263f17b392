import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { dispatchAnswer, dispatchParams, dispatchStatus } from '@sillok/schemas/api/distribution/dispatch';
import { acknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { furthestStatus } from '../dispatch/state.ts';
import { dispatchFor } from '../reading/reading-outgoing.ts';

export function getDispatchRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/dispatches/:dispatchId',
    operationId: 'GetDispatch',
    summary: 'One dispatch with its acknowledgements and its history',
    tag: 'distribution',
    access: 'signed-in',
    params: dispatchParams,
    response: dispatchAnswer,
    async handle(request) {
      const { dispatchId } = request.params;
      const found = await dispatchFor(context, dispatchId, personOf(request));
      if (isRefusal(found)) return found;
      const stream = dispatchStream(dispatchId);
      const state = await context.journal.stateOf(dispatchDecider, stream);
      const known = state.status === 'none' ? {} : state.acknowledgements;
      const events = await context.journal.eventsOf(stream);
      return {
        ...found.item,
        status: dispatchStatus.parse(furthestStatus(state)),
        acknowledgements: acknowledgementKind.options.filter((kind) => kind in known),
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}
