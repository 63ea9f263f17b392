import { defineRoute } from '@sillok/http-service';
import { submissionDecision, submissionDone, submissionParams } from '@sillok/schemas/api/archive/submission';
import type { ArchiveContext } from '../context.ts';
import { decideSubmission } from '../deciding/decide-submission.ts';

export function decideSubmissionRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/archive/submissions/:transferId/decision',
    operationId: 'DecideSubmission',
    summary: 'Accept or return each item, with reasons; another person confirms (인수)',
    tag: 'archive',
    access: 'signed-in',
    roles: ['archivist'],
    command: true,
    params: submissionParams,
    body: submissionDecision,
    response: submissionDone,
    handle: (request) => decideSubmission(context, request),
  });
}
