import { defineRoute, file } from '@sillok/http-service';
import { commandIdOf } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import { circulationDecider, circulationStream } from '../circulation/decide.ts';
import type { DistributionContext } from '../context.ts';
import { incomingFor } from '../reading/reading-incoming.ts';

export function openIncomingDocumentRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/incoming/:documentId/document.pdf',
    operationId: 'OpenIncomingDocument',
    summary: 'The dispatch copy as it came; that a reader of the circulation opened it is recorded',
    tag: 'distribution',
    access: 'signed-in',
    params: incomingParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const person = personOf(request);
      const found = await incomingFor(context, documentId, person);
      if (isRefusal(found)) return found;
      const content = await context.contents.get(documentId, found.copyAddress);
      await recordReading(context, documentId, person.id, request.correlationId);
      return file({ content, mediaType: 'application/pdf', name: 'document.pdf' });
    },
  });
}

/** Recorded before a byte goes out: whoever holds the content has left a mark. */
async function recordReading(context: DistributionContext, documentId: string, actor: string, correlationId: string) {
  const commandId = commandIdOf(context.institutionId, actor, 'RecordReading', documentId);
  const outcome = await context.journal.execute(
    circulationDecider,
    circulationStream(documentId),
    { type: 'RecordReading', documentId, personId: actor },
    { actor, commandId, correlationId, causationId: commandId, input: [documentId] },
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
  await context.incoming.reached(outcome.position);
}
