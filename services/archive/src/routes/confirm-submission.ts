import { defineRoute } from '@sillok/http-service';
import { submissionConfirmation, submissionDone, submissionParams } from '@sillok/schemas/api/archive/submission';
import { personOf } from '@sillok/service-context';
import type { ArchiveContext } from '../context.ts';
import { actOnSubmission } from '../deciding/act-on-submission.ts';

export function confirmSubmissionRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/archive/submissions/:transferId/confirmation',
    operationId: 'ConfirmSubmission',
    summary: 'Confirm what another person decided: what was accepted is taken over, the rest goes back',
    tag: 'archive',
    access: 'signed-in',
    roles: ['archives-head'],
    command: true,
    params: submissionParams,
    body: submissionConfirmation,
    response: submissionDone,
    handle: (request) =>
      actOnSubmission(context, request, 'ConfirmSubmission', {
        type: 'Confirm',
        confirmedBy: personOf(request).id,
        decision: request.body.decision,
        at: context.clock.now(),
      }),
  });
}
