import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { paperAnswer, paperParams } from '@sillok/schemas/api/distribution/paper';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { paperStream } from '../paper/decide.ts';
import { paperFor } from '../reading/reading-paper.ts';

export function getPaperRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/papers/:documentId',
    operationId: 'GetPaper',
    summary: 'A letter that came on paper: how it was scanned, where it is, and its history',
    tag: 'distribution',
    access: 'signed-in',
    params: paperParams,
    response: paperAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const found = await paperFor(context, documentId, personOf(request));
      if (isRefusal(found)) return found;
      const { item, scanned, scanDigest, folderId, digitisationAddress } = found;
      const { scannedAt, personId: scannedBy, mediaType, scanBytes, pages, process, original } = scanned;
      const events = await context.journal.eventsOf(paperStream(documentId));
      return {
        ...item,
        scannedAt,
        scannedBy,
        scan: { mediaType, bytes: scanBytes, pages, sha256: scanDigest },
        process,
        original,
        sealed: digitisationAddress !== null,
        folderId,
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}
