import { dateAt, folderOf, packInForce } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { paperDone, paperParams, paperReceipt } from '@sillok/schemas/api/distribution/paper';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { registerOfReceipts } from '../reading/law-of-dispatch.ts';
import type { PaperRow } from '../reading/reading-paper.ts';
import { actOnPaper, paperDoneOf } from '../receiving/act-on-paper.ts';

const numberWithinMs = 2_000;

export function receivePaperRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/papers/:documentId/receipt',
    operationId: 'ReceivePaper',
    summary: 'Receive a scanned letter in a folder of your unit and say who may see it; it is numbered at once (접수)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['departmental-records-officer'],
    command: true,
    params: paperParams,
    body: paperReceipt,
    response: paperDone,
    async handle(request) {
      const { documentId } = request.params;
      const { folderId, disclosure, language } = request.body;
      const done = await actOnPaper(context, request, 'ReceivePaper', async (found) => ({
        type: 'ReceivePaper',
        personId: personOf(request).id,
        folderId,
        folder: await folderOf(context.store, context.catalogue, folderId),
        disclosure,
        ...(await lawOfReceipt(context, found, language)),
        title: found.item.title ?? '–',
      }));
      if (isRefusal(done)) return done;
      await context.papers.until(() => paperDoneOf(context, documentId).number !== null, numberWithinMs);
      return paperDoneOf(context, documentId);
    },
  });
}

async function lawOfReceipt(context: DistributionContext, { item }: PaperRow, language: Language | undefined) {
  const at = context.clock.now();
  const directory = await context.directory.latest();
  const on = dateAt(directory, at);
  const law = inForce(packInForce(directory, on)?.pack.disclosure ?? [], on);
  return {
    at,
    register: await registerOfReceipts(context, item.unitId ?? '', at),
    grounds: law?.grounds.map(({ id }) => id) ?? [],
    language: language ?? directory.institution?.language ?? 'en',
  };
}
