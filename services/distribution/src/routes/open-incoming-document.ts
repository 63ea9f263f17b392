import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { incomingAttachmentParams, incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { attachmentsOfIncoming, messageOfIncoming } from '../reading/message-of-incoming.ts';
import { incomingFor } from '../reading/reading-incoming.ts';
import { recordReading } from '../receiving/record-reading.ts';

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

export function openIncomingAttachmentRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/incoming/:documentId/attachments/:name',
    operationId: 'OpenIncomingAttachment',
    summary: 'What came with it; opening it is reading as well',
    tag: 'distribution',
    access: 'signed-in',
    params: incomingAttachmentParams,
    response: 'file',
    async handle(request) {
      const { documentId, name } = request.params;
      const person = personOf(request);
      const found = await incomingFor(context, documentId, person);
      if (isRefusal(found)) return found;
      const attachment = (await attachmentsOfIncoming(context, found)).find((one) => one.name === name);
      if (attachment === undefined) return refuse('not-found', 'name');
      await recordReading(context, documentId, person.id, request.correlationId);
      return file({ content: attachment.bytes, mediaType: attachment.mediaType, name });
    },
  });
}

export function openIncomingMessageRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/incoming/:documentId/exchange.asice',
    operationId: 'OpenIncomingMessage',
    summary: 'The very container that came, with the seal of its sender; opening it is reading as well',
    tag: 'distribution',
    access: 'signed-in',
    params: incomingParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const person = personOf(request);
      const found = await incomingFor(context, documentId, person);
      if (isRefusal(found)) return found;
      const content = await messageOfIncoming(context, found);
      await recordReading(context, documentId, person.id, request.correlationId);
      return file({ content, mediaType: 'application/vnd.etsi.asic-e+zip', name: 'exchange.asice' });
    },
  });
}
