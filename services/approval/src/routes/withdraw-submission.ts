import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { actAnswer, caseParams } from '@sillok/schemas/api/approval/case';
import { commandOf, personOf } from '@sillok/service-context';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';

export function withdrawSubmissionRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/approval/cases/:documentId/withdrawal',
    operationId: 'WithdrawSubmission',
    summary: 'Take the document back before the next person has acted (회수)',
    tag: 'approval',
    access: 'signed-in',
    command: true,
    params: caseParams,
    response: actAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const personId = personOf(request).id;
      const visible = await caseFor(context, documentId, personId);
      if (isRefusal(visible)) return visible;
      const outcome = await context.journal.execute(
        approvalCaseDecider,
        approvalCaseStream(documentId),
        { type: 'WithdrawSubmission', documentId, personId },
        commandOf(context, request, 'WithdrawSubmission', [documentId]),
      );
      return isRefusal(outcome) ? outcome : { documentId, status: 'withdrawn' as const, number: null };
    },
  });
}
