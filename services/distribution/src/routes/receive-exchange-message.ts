import { buffer } from 'node:stream/consumers';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { acknowledgementTaken, exchangeAnswer, signedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import type { DistributionContext } from '../context.ts';
import { takeAcknowledgement } from '../exchange/take-acknowledgement.ts';
import { takeMessage } from '../exchange/take-message.ts';

const largest = 104_857_600;

/** Needs no session: the seal over the container says who sends, and nothing is believed before it was seen. */
export function receiveExchangeMessageRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/exchange',
    operationId: 'ReceiveExchangeMessage',
    summary: 'Bring a message of another institution; the container is the body',
    tag: 'distribution',
    access: 'public',
    rawBody: { limitBytes: largest },
    response: exchangeAnswer,
    handle: async (request) => takeMessage(context, new Uint8Array(await buffer(request.raw)), request.correlationId),
  });
}

export function receiveAcknowledgementRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/acknowledgements',
    operationId: 'ReceiveAcknowledgement',
    summary: 'Bring what another institution says of a message of ours, signed by its seal',
    tag: 'distribution',
    access: 'public',
    body: signedAcknowledgement,
    response: acknowledgementTaken,
    async handle(request) {
      const outcome = await takeAcknowledgement(context, request.body, request.correlationId);
      return isRefusal(outcome) ? outcome : { taken: true as const };
    },
  });
}
