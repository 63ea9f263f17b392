import { defineRoute } from '@sillok/http-service';
import { caseListAnswer, caseStatus, listQuery } from '@sillok/schemas/api/approval/case';
import { placeOf } from '@sillok/schemas/api/cursor';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';

export function listCasesRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/cases',
    operationId: 'ListCases',
    summary: 'The documents in whose line you are, newest change first',
    tag: 'approval',
    access: 'signed-in',
    query: listQuery,
    response: caseListAnswer,
    handle(request) {
      const { after, limit } = request.query;
      const [at, id] = placeOf(after);
      const rows = context.cases.db
        .prepare(
          `SELECT DISTINCT d.document_id, d.title, d.status, d.number, d.changed_at
           FROM step_person s JOIN document d ON d.document_id = s.document_id
           WHERE s.person_id = ? AND (d.changed_at, d.document_id) < (?, ?)
           ORDER BY d.changed_at DESC, d.document_id DESC LIMIT ?`,
        )
        .all(personOf(request).id, at, id, limit + 1);
      const items = rows.slice(0, limit).map((row) => ({
        documentId: String(row['document_id']),
        title: row['title'] === null ? null : String(row['title']),
        status: caseStatus.parse(row['status']),
        number: row['number'] === null ? null : String(row['number']),
        changedAt: String(row['changed_at']),
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.changedAt}|${last.documentId}` } : {}) };
    },
  });
}
