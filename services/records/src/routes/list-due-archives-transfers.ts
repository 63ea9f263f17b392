import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { dayQuery, dueArchivesTransfers } from '@sillok/schemas/api/records/keeping';
import type { RecordsContext } from '../context.ts';
import { dueAtArchives } from '../reading/due-transfers.ts';

export function listDueArchivesTransfersRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/due-archives-transfers',
    operationId: 'ListDueArchivesTransfers',
    summary: 'The folders of the records centre that go to the archives, and in which year, by the law of a day',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer'],
    query: dayQuery,
    response: dueArchivesTransfers,
    async handle(request) {
      const directory = await context.directory.latest();
      const on = request.query.on ?? dateAt(directory, context.clock.now());
      return { on, items: dueAtArchives(context, directory, on) };
    },
  });
}
