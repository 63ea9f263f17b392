import { dateAt, packInForce } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { disclosureReview, disclosureReviewAnswer } from '@sillok/schemas/api/records/keeping';
import { recordParams } from '@sillok/schemas/api/records/record';
import { disclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { reviewerOf } from '../disclosure/reviewer-of.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { findRecord } from '../reading/reading-record.ts';
import { recordDecider, recordStream } from '../record/decide.ts';

export function reviewDisclosureRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/records/:documentId/disclosure-review',
    operationId: 'ReviewDisclosure',
    summary: 'Say anew who may see one record, and why (공개 재분류)',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer', 'departmental-records-officer'],
    command: true,
    params: recordParams,
    body: disclosureReview,
    response: disclosureReviewAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const { disclosure: to, reason } = request.body;
      const directory = await context.directory.latest();
      const at = context.clock.now();
      const record = findRecord(context, documentId);
      const by = record && reviewerOf(directory, personOf(request).id, record.unitId, at);
      if (record?.folderId == null || by === undefined) return refuse('not-found', 'documentId');
      const unprintable = checkText(reason, 'reason');
      if (unprintable !== undefined) return unprintable;
      const on = dateAt(directory, at);
      const folder = await context.journal.stateOf(folderDecider, folderStream(record.folderId));
      const law = inForce(packInForce(directory, on)?.pack.disclosure ?? [], on);
      const outcome = await context.journal.execute(
        recordDecider,
        recordStream(documentId),
        {
          type: 'ReviewDisclosure',
          documentId,
          established: record.disclosure,
          to,
          reason,
          on,
          by,
          custody: folder.status === 'none' ? 'unit' : folder.custody,
          grounds: law?.grounds.map((ground) => ground.id) ?? [],
        },
        commandOf(context, request, 'ReviewDisclosure', [documentId, request.body]),
      );
      if (isRefusal(outcome)) return outcome;
      const { from } = disclosureReviewed.data.parse(outcome.events[0]?.data);
      return { documentId, from, to };
    },
  });
}
