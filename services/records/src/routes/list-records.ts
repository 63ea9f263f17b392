import { defineRoute } from '@sillok/http-service';
import { placeOf } from '@sillok/schemas/api/cursor';
import { recordListAnswer, recordListQuery, recordStatus } from '@sillok/schemas/api/records/record';
import { personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { type RecordRow, reachOf, recordRow } from '../reading/reading-record.ts';

export function listRecordsRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/records',
    operationId: 'ListRecords',
    summary: 'The records that you may see, newest first',
    tag: 'records',
    access: 'signed-in',
    query: recordListQuery,
    response: recordListAnswer,
    async handle(request) {
      const { after, limit } = request.query;
      const person = personOf(request);
      const { units, all } = await reachOf(context, person);
      const [at, id] = placeOf(after);
      const rows = context.records.db
        .prepare(
          `SELECT * FROM record WHERE (established_at, document_id) < (?, ?) AND (? = 1
             OR unit_id IN (SELECT value FROM json_each(?))
             OR document_id IN (SELECT document_id FROM reader WHERE person_id = ?))
           ORDER BY established_at DESC, document_id DESC LIMIT ?`,
        )
        .all(at, id, all ? 1 : 0, JSON.stringify(units), person.id, limit + 1)
        .map(recordRow);
      const items = rows.slice(0, limit).map(recordItemOf);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.establishedAt}|${last.documentId}` } : {}) };
    },
  });
}

export function recordItemOf({ documentId, title, number, status, folderId, establishedAt }: RecordRow) {
  return { documentId, title, number, status: recordStatus.parse(status), folderId, establishedAt };
}
