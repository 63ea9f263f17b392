import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { recordParams } from '@sillok/schemas/api/records/record';
import { scanName } from '@sillok/schemas/vocabulary/scan';
import { personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { findRecord, type RecordRow, recordFor } from '../reading/reading-record.ts';

export function getRecordCopyRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/records/:documentId/document.pdf',
    operationId: 'GetRecordCopy',
    summary: 'The sealed record copy',
    tag: 'records',
    access: 'signed-in',
    params: recordParams,
    response: 'file',
    async handle(request) {
      const record = await recordFor(context, request.params.documentId, personOf(request));
      return isRefusal(record) ? record : recordCopyFile(context, record);
    },
  });
}

export function getRecordScanRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/records/:documentId/scan',
    operationId: 'GetRecordScan',
    summary: 'The scan of a letter that came on paper',
    tag: 'records',
    access: 'signed-in',
    params: recordParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const record = await recordFor(context, documentId, personOf(request));
      if (isRefusal(record)) return record;
      if (record.paper === null) return refuse('not-found', 'documentId');
      const { scanAddress, mediaType } = record.paper;
      const content = await context.contents.get(documentId, scanAddress);
      return file({ content, mediaType, name: scanName(mediaType) });
    },
  });
}

/** Open records (공개) are for everyone. */
export function getOpenRecordCopyRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/open/:documentId/document.pdf',
    operationId: 'GetOpenRecordCopy',
    summary: 'The sealed record copy of a document that is open to all',
    tag: 'records',
    access: 'public',
    params: recordParams,
    response: 'file',
    async handle(request) {
      const record = findRecord(context, request.params.documentId);
      const open = record?.disclosure.class === 'open';
      return open && record !== undefined ? recordCopyFile(context, record) : refuse('not-found', 'documentId');
    },
  });
}

async function recordCopyFile(context: RecordsContext, { documentId, number, recordCopyAddress }: RecordRow) {
  if (recordCopyAddress === null) return refuse('not-found', 'documentId');
  const content = await context.contents.get(documentId, recordCopyAddress);
  return file({ content, mediaType: 'application/pdf', name: `${(number ?? documentId).replaceAll('/', '-')}.pdf` });
}
