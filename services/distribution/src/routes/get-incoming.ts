import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { incomingAnswer, incomingParams } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import { circulationStream } from '../circulation/decide.ts';
import type { DistributionContext } from '../context.ts';
import { incomingStream } from '../incoming/decide.ts';
import { deadlineOf } from '../reading/deadline-of.ts';
import { attachmentsOfIncoming } from '../reading/message-of-incoming.ts';
import { incomingFor, readersOf } from '../reading/reading-incoming.ts';

export function getIncomingRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/incoming/:documentId',
    operationId: 'GetIncoming',
    summary: 'An incoming document: when it took effect, where it is, who read it, and its history',
    tag: 'distribution',
    access: 'signed-in',
    params: incomingParams,
    response: incomingAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const found = await incomingFor(context, documentId, personOf(request));
      if (isRefusal(found)) return found;
      const { item, dispatchId, sequence, sentAt, folderId } = found;
      const attachments = await attachmentsOfIncoming(context, found);
      const events = [
        ...(await context.journal.eventsOf(incomingStream({ senderId: item.senderId, dispatchId }))),
        ...(await context.journal.eventsOf(circulationStream(documentId))),
      ];
      return {
        ...item,
        dispatchId,
        sequence,
        sentAt,
        deadline: deadlineOf(context, await context.directory.latest(), found),
        folderId,
        attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.length })),
        readers: readersOf(context, documentId),
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}
