import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { submissionAnswer, submissionParams } from '@sillok/schemas/api/archive/submission';
import type { ArchiveContext } from '../context.ts';
import { reportAt } from '../inspection/kept-report.ts';
import { findSubmission, itemsOf, receiptsOf } from '../reading/reading-submission.ts';
import { submissionStream } from '../submission/decide.ts';
import { readers } from './archive-roles.ts';

export function getSubmissionRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/submissions/:transferId',
    operationId: 'GetSubmission',
    summary: 'A submission: what was found of each item, what was decided, and how far it is',
    tag: 'archive',
    access: 'signed-in',
    roles: readers,
    params: submissionParams,
    response: submissionAnswer,
    async handle(request) {
      const { transferId } = request.params;
      const found = findSubmission(context, transferId);
      if (found === undefined) return refuse('not-found', 'transferId');
      const address = found.report_address;
      const titles = address === null ? {} : (await reportAt(context, transferId, address)).titles;
      const events = await context.journal.eventsOf(submissionStream(transferId));
      return {
        transferId,
        senderId: found.sender_id,
        folderId: found.folder_id,
        status: found.status,
        arrivedAt: found.arrived_at,
        previousTransferId: found.previous_transfer_id,
        packageSha256: found.package_digest,
        packageCodes: found.package_codes,
        items: itemsOf(context, transferId).map(({ document_id: documentId, blocking, codes, outcome }) => ({
          documentId,
          title: titles[documentId] ?? null,
          blocking: blocking === 1,
          codes,
          outcome,
        })),
        decidedBy: found.decided_by,
        decision: found.decision_address,
        accession: found.accession,
        packageId: found.package_id,
        receipts: receiptsOf(context, transferId),
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}
