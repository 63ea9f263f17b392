import { defineRoute } from '@sillok/http-service';
import { folderListAnswer, folderQuery } from '@sillok/schemas/api/records/record';
import { personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderRow } from '../reading/reading-folder.ts';
import { reachOf } from '../reading/reading-record.ts';

export function listFoldersRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/folders',
    operationId: 'ListFolders',
    summary: 'The folders of your units',
    tag: 'records',
    access: 'signed-in',
    query: folderQuery,
    response: folderListAnswer,
    async handle(request) {
      const { units, all } = await reachOf(context, personOf(request));
      const rows = context.records.db
        .prepare(
          `SELECT * FROM folder WHERE (? IS NULL OR unit_task_id = ?)
           AND (? = 1 OR unit_id IN (SELECT value FROM json_each(?))) ORDER BY year DESC, folder_id LIMIT 500`,
        )
        .all(request.query.unitTaskId ?? null, request.query.unitTaskId ?? null, all ? 1 : 0, JSON.stringify(units));
      const items = rows.map(folderRow);
      return { items };
    },
  });
}
