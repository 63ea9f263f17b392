import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { acknowledgementParams, dispatchParams } from '@sillok/schemas/api/distribution/dispatch';
import { signedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import { acknowledged } from '@sillok/schemas/events/distribution/acknowledged';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { signedAt } from '../exchange/issue-acknowledgement.ts';
import { dispatchFor } from '../reading/reading-outgoing.ts';

export function getExchangeMessageRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/dispatches/:dispatchId/exchange.asice',
    operationId: 'GetExchangeMessage',
    summary: 'The very container that was sent',
    tag: 'distribution',
    access: 'signed-in',
    params: dispatchParams,
    response: 'file',
    async handle(request) {
      const { dispatchId } = request.params;
      const found = await dispatchFor(context, dispatchId, personOf(request));
      if (isRefusal(found)) return found;
      const state = await context.journal.stateOf(dispatchDecider, dispatchStream(dispatchId));
      const dispatched = state.status === 'none' ? undefined : state.dispatched;
      if (dispatched === undefined) return refuse('not-found', 'dispatchId');
      const content = await context.contents.get(dispatched.documentId, dispatched.messageAddress);
      return file({ content, mediaType: 'application/vnd.etsi.asic-e+zip', name: 'exchange.asice' });
    },
  });
}

export function getAcknowledgementRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/dispatches/:dispatchId/acknowledgements/:kind',
    operationId: 'GetAcknowledgement',
    summary: 'What the other institution said, with its signature',
    tag: 'distribution',
    access: 'signed-in',
    params: acknowledgementParams,
    response: signedAcknowledgement,
    async handle(request) {
      const { dispatchId, kind } = request.params;
      const found = await dispatchFor(context, dispatchId, personOf(request));
      if (isRefusal(found)) return found;
      const stream = dispatchStream(dispatchId);
      const state = await context.journal.stateOf(dispatchDecider, stream);
      const digest = state.status === 'none' ? undefined : state.acknowledgements[kind];
      const said = (await context.journal.eventsOf(stream)).flatMap(({ data }) => {
        const parsed = acknowledged.loose().safeParse(data);
        return parsed.success && parsed.data.acknowledgementDigest === digest ? [parsed.data] : [];
      })[0];
      if (said === undefined) return refuse('not-found', 'kind');
      return signedAt(context, said.documentId, said.acknowledgementAddress);
    },
  });
}
