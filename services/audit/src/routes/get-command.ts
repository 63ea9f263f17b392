import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { commandAnswer, commandParams } from '@sillok/schemas/api/audit/audit';
import { personOf } from '@sillok/service-context';
import type { AuditContext } from '../context.ts';

export function getCommandRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/commands/:commandId',
    operationId: 'GetCommand',
    summary: 'What came of your command, through all services',
    tag: 'audit',
    access: 'signed-in',
    params: commandParams,
    response: commandAnswer,
    handle(request) {
      const { commandId } = request.params;
      const { id, roles } = personOf(request);
      const rows = context.commands.db
        .prepare(
          `SELECT * FROM event WHERE correlation_id IN
             (SELECT correlation_id FROM event WHERE command_id = ? AND (actor = ? OR ?)) ORDER BY place`,
        )
        .all(commandId, id, roles.includes('auditor') ? 1 : 0);
      if (rows.length === 0) return refuse('not-found', 'commandId');
      const events = rows.map((row) => ({
        id: String(row['event_id']),
        type: String(row['type']),
        stream: String(row['stream']),
        at: String(row['at']),
      }));
      return { commandId, events };
    },
  });
}
