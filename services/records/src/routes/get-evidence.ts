import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { recordParams } from '@sillok/schemas/api/records/record';
import { personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { recordFor } from '../reading/reading-record.ts';

export function getEvidenceRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/records/:documentId/evidence.asice',
    operationId: 'GetEvidence',
    summary: 'The evidence container: document, statements, signatures and proof (ASiC-E)',
    tag: 'records',
    access: 'signed-in',
    params: recordParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const record = await recordFor(context, documentId, personOf(request));
      if (isRefusal(record)) return record;
      if (record.evidenceAddress === null) return refuse('not-found', 'documentId');
      const content = await context.contents.get(documentId, record.evidenceAddress);
      return file({ content, mediaType: 'application/vnd.etsi.asic-e+zip', name: `${documentId}.asice` });
    },
  });
}
