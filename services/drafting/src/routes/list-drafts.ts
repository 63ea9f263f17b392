import { defineRoute } from '@sillok/http-service';
import { placeOf } from '@sillok/schemas/api/cursor';
import { draftListAnswer, draftListQuery } from '@sillok/schemas/api/drafting/draft';
import { personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';

export function listDraftsRoute(context: DraftingContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/drafting/drafts',
    operationId: 'ListDrafts',
    summary: 'Your drafts, newest first',
    tag: 'drafting',
    access: 'signed-in',
    query: draftListQuery,
    response: draftListAnswer,
    async handle(request) {
      const { after, limit } = request.query;
      const [at, id] = placeOf(after);
      const rows = context.drafts.db
        .prepare(
          `SELECT document_id, title, status, saved_at FROM draft
           WHERE drafter_id = ? AND (saved_at, document_id) < (?, ?) ORDER BY saved_at DESC, document_id DESC LIMIT ?`,
        )
        .all(personOf(request).id, at, id, limit + 1);
      const items = rows.slice(0, limit).map((row) => ({
        documentId: String(row['document_id']),
        title: row['title'] === null ? null : String(row['title']),
        status: String(row['status']),
        savedAt: String(row['saved_at']),
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.savedAt}|${last.documentId}` } : {}) };
    },
  });
}
