import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { caseParams, statementAnswer, statementOrder } from '@sillok/schemas/api/approval/case';
import { personOf } from '@sillok/service-context';
import { challengeOf } from '@sillok/signing-desk';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';
import { prepareStatement } from '../statements/prepare-statement.ts';

export function prepareStatementRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/approval/cases/:documentId/statements',
    operationId: 'PrepareStatement',
    summary: 'What you would sign for this decision',
    tag: 'approval',
    access: 'signed-in',
    params: caseParams,
    body: statementOrder,
    response: statementAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const personId = personOf(request).id;
      const visible = await caseFor(context, documentId, personId);
      if (isRefusal(visible)) return visible;
      const { decision, opinion } = request.body;
      const unprintable = opinion === undefined ? undefined : checkText(opinion, 'opinion', { lineBreaks: true });
      if (unprintable !== undefined) return unprintable;
      const prepared = await prepareStatement(context, {
        documentId,
        personId,
        decision,
        opinion,
        language: request.language,
      });
      if (isRefusal(prepared)) return prepared;
      context.prepared.keep(prepared);
      return {
        statementId: prepared.id,
        statement: new TextDecoder().decode(prepared.bytes),
        sentence: prepared.statement.sentence,
        challenge: challengeOf(prepared),
      };
    },
  });
}
