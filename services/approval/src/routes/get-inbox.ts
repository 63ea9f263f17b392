import { absenceOf, principalsOf } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { inboxAnswer, listQuery } from '@sillok/schemas/api/approval/case';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';

export function getInboxRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/inbox',
    operationId: 'GetInbox',
    summary: 'What waits for you, oldest first; with what you decide for absent people',
    tag: 'approval',
    access: 'signed-in',
    query: listQuery,
    response: inboxAnswer,
    async handle(request) {
      const { after = '', limit } = request.query;
      const personId = personOf(request).id;
      const directory = await context.directory.latest();
      const now = context.clock.now();
      const own = absenceOf(directory, personId, now) === undefined ? [personId] : [];
      const people = [...own, ...principalsOf(directory, personId, now)];
      const [since = '', id = ''] = after.split('|');
      const rows = context.cases.db
        .prepare(
          `SELECT d.document_id, d.title, d.changed_at, s.step, s.role, s.person_id
           FROM step_person s JOIN document d ON d.document_id = s.document_id AND d.pending_step = s.step
           WHERE d.status = 'in-review' AND s.person_id IN (SELECT value FROM json_each(?))
             AND (d.changed_at, d.document_id) > (?, ?)
           ORDER BY d.changed_at, d.document_id LIMIT ?`,
        )
        .all(JSON.stringify(people), since, id, limit + 1);
      const items = rows.slice(0, limit).map((row) => ({
        documentId: String(row['document_id']),
        title: row['title'] === null ? null : String(row['title']),
        step: Number(row['step']),
        role: String(row['role']),
        ...(row['person_id'] === personId ? {} : { principalId: String(row['person_id']) }),
        since: String(row['changed_at']),
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.since}|${last.documentId}` } : {}) };
    },
  });
}
