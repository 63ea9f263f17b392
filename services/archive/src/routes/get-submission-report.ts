import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { inspectionReport, submissionParams } from '@sillok/schemas/api/archive/submission';
import type { ArchiveContext } from '../context.ts';
import { reportAt } from '../inspection/kept-report.ts';
import { findSubmission } from '../reading/reading-submission.ts';
import { readers } from './archive-roles.ts';

export function getSubmissionReportRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/submissions/:transferId/report',
    operationId: 'GetSubmissionReport',
    summary: 'Everything that the inspection found, in one report',
    tag: 'archive',
    access: 'signed-in',
    roles: readers,
    params: submissionParams,
    response: inspectionReport,
    async handle(request) {
      const { transferId } = request.params;
      const address = findSubmission(context, transferId)?.report_address ?? null;
      return address === null
        ? refuse('not-found', 'transferId')
        : (await reportAt(context, transferId, address)).report;
    },
  });
}
