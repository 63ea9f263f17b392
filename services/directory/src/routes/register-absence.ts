import { created, defineRoute } from '@sillok/http-service';
import { nameBasedId } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { absenceAnswer, newAbsence } from '@sillok/schemas/api/directory/directory';
import type { AbsenceRegistered } from '@sillok/schemas/events/directory/absence-registered';
import { commandOf, personOf, type ServiceContext } from '@sillok/service-context';
import { entryDecider, entryStream } from '../entry/decide.ts';

export function registerAbsenceRoute(context: ServiceContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/directory/absences',
    operationId: 'RegisterAbsence',
    summary: 'Say from when until when you are away, and who stands in for you, in order',
    tag: 'directory',
    access: 'signed-in',
    command: true,
    body: newAbsence,
    response: absenceAnswer,
    async handle(request) {
      const personId = personOf(request).id;
      const { from, until, deputyIds } = request.body;
      if (until <= from) return refuse('input-invalid', 'until', { rule: 'until lies after from' });
      const { persons } = await context.directory.latest();
      const unknown = deputyIds.findIndex((deputy) => !persons.has(deputy) || deputy === personId);
      if (unknown >= 0) return refuse('person-unknown', `deputyIds.${unknown}`);
      const command = commandOf(context, request, 'RegisterAbsence', request.body);
      const absenceId = nameBasedId('absence', command.commandId);
      const event: AbsenceRegistered = {
        type: 'directory.AbsenceRegistered.v1',
        data: { absenceId, personId, from, until, deputyIds },
      };
      const outcome = await context.journal.execute(
        entryDecider,
        entryStream(event),
        { type: 'EnterDirectory', event },
        command,
      );
      return isRefusal(outcome) ? outcome : created({ absenceId }, `/api/directory/absences/${absenceId}`);
    },
  });
}
