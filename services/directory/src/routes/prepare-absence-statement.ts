import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { absenceOrder, absenceStatementAnswer } from '@sillok/schemas/api/directory/directory';
import { personOf } from '@sillok/service-context';
import { challengeOf } from '@sillok/signing-desk';
import type { DirectoryContext } from '../context.ts';
import { prepareAbsence } from '../statements/prepare-absence.ts';

export function prepareAbsenceStatementRoute(context: DirectoryContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/directory/absence-statements',
    operationId: 'PrepareAbsenceStatement',
    summary: 'What you would sign to be away from when until when, with whom in your place, in order',
    tag: 'directory',
    access: 'signed-in',
    body: absenceOrder,
    response: absenceStatementAnswer,
    async handle(request) {
      const absence = { personId: personOf(request).id, ...request.body };
      const prepared = await prepareAbsence(context, absence, request.language);
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
