import { created, defineRoute } from '@sillok/http-service';
import { nameBasedId } from '@sillok/journal';
import { isRefusal } from '@sillok/kernel';
import { dispatchDone, newDispatch, outgoingParams } from '@sillok/schemas/api/distribution/dispatch';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import { commandOf, personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { type OutgoingRow, outgoingFor } from '../reading/reading-outgoing.ts';

export function prepareDispatchRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/documents/:documentId/dispatches',
    operationId: 'PrepareDispatch',
    summary: 'Put a registered document up for dispatch to one of its addressees (발송 대기)',
    tag: 'distribution',
    access: 'signed-in',
    command: true,
    params: outgoingParams,
    body: newDispatch,
    response: dispatchDone,
    async handle(request) {
      const { documentId } = request.params;
      const { recipientId } = request.body;
      const person = personOf(request);
      const outgoing = await outgoingFor(context, documentId, person);
      if (isRefusal(outgoing)) return outgoing;
      const dispatchId = nameBasedId('dispatch', context.institutionId, documentId, recipientId);
      const outcome = await context.journal.execute(
        dispatchDecider,
        dispatchStream(dispatchId),
        {
          type: 'PrepareDispatch',
          dispatch: { dispatchId, documentId, recipientId, unitId: outgoing.unitId, personId: person.id },
          record: { outgoing: outgoing.outgoing, sealed: outgoing.evidenceAddress !== undefined },
          isAddressee: await isAddressee(context, outgoing, recipientId),
        },
        commandOf(context, request, 'PrepareDispatch', [documentId, recipientId]),
      );
      if (isRefusal(outcome)) return outcome;
      await context.dispatches.reached(outcome.position);
      return created({ dispatchId, status: 'prepared' as const }, `/api/distribution/dispatches/${dispatchId}`);
    },
  });
}

async function isAddressee(context: DistributionContext, { documentId, textAddress }: OutgoingRow, recipient: string) {
  const { addressees } = submittedText.parse(await context.contents.getJson(documentId, textAddress));
  const isKnown = recipient !== context.institutionId && context.addressBook.find(recipient) !== undefined;
  return isKnown && addressees.some(({ institutionId }) => institutionId === recipient);
}
