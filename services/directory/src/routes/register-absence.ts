import { created, defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { absenceAnswer, absenceRegistration } from '@sillok/schemas/api/directory/directory';
import { commandOf, personOf } from '@sillok/service-context';
import type { DirectoryContext } from '../context.ts';
import { absenceStream, entryDecider } from '../entry/decide.ts';
import { enterAbsence } from '../statements/enter-absence.ts';

export function registerAbsenceRoute(context: DirectoryContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/directory/absences',
    operationId: 'RegisterAbsence',
    summary: 'Sign the statement of your absence; from then on your deputies may act',
    tag: 'directory',
    access: 'signed-in',
    command: true,
    body: absenceRegistration,
    response: absenceAnswer,
    async handle(request) {
      const { statementId, confirmed, signature } = request.body;
      const entry = { statementId, confirmed, signature, personId: personOf(request).id };
      const command = commandOf(context, request, 'RegisterAbsence', request.body);
      const outcome = await context.prepared.inTurn(
        statementId,
        async () =>
          (await context.journal.appliedBefore(entryDecider, absenceStream(statementId), command)) ??
          enterAbsence(context, entry, command),
      );
      if (isRefusal(outcome)) return outcome;
      return created({ absenceId: statementId }, `/api/directory/absences/${statementId}`);
    },
  });
}
