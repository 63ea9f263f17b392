import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { dayQuery, dueTransfers } from '@sillok/schemas/api/records/keeping';
import type { RecordsContext } from '../context.ts';
import { dueTransfersOf } from '../reading/due-transfers.ts';

export function listDueTransfersRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/due-transfers',
    operationId: 'ListDueTransfers',
    summary: 'The folders that units have to hand over, with the last day that the law of a day gives',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer'],
    query: dayQuery,
    response: dueTransfers,
    async handle(request) {
      const directory = await context.directory.latest();
      const on = request.query.on ?? dateAt(directory, context.clock.now());
      return { on, items: dueTransfersOf(context, directory, on) };
    },
  });
}
