import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { paperParams } from '@sillok/schemas/api/distribution/paper';
import { scanName } from '@sillok/schemas/vocabulary/scan';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { paperFor } from '../reading/reading-paper.ts';

export function openPaperScanRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/papers/:documentId/scan',
    operationId: 'OpenPaperScan',
    summary: 'The very bytes that came out of the scanner',
    tag: 'distribution',
    access: 'signed-in',
    params: paperParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const found = await paperFor(context, documentId, personOf(request));
      if (isRefusal(found)) return found;
      const { scanAddress, mediaType } = found.scanned;
      const content = await context.contents.get(documentId, scanAddress);
      return file({ content, mediaType, name: scanName(mediaType) });
    },
  });
}

export function openDigitisationRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/papers/:documentId/digitisation.asice',
    operationId: 'OpenDigitisation',
    summary: 'Scan and digitisation statement under the seal of the institution (ASiC-E)',
    tag: 'distribution',
    access: 'signed-in',
    params: paperParams,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const found = await paperFor(context, documentId, personOf(request));
      if (isRefusal(found)) return found;
      if (found.digitisationAddress === null) return refuse('not-found', 'documentId');
      const content = await context.contents.get(documentId, found.digitisationAddress);
      return file({ content, mediaType: 'application/vnd.etsi.asic-e+zip', name: 'digitisation.asice' });
    },
  });
}
