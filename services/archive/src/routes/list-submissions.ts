import { defineRoute } from '@sillok/http-service';
import { submissionListAnswer, submissionListQuery } from '@sillok/schemas/api/archive/submission';
import { placeOf } from '@sillok/schemas/api/cursor';
import type { ArchiveContext } from '../context.ts';
import { listSubmissions } from '../reading/reading-submission.ts';
import { readers } from './archive-roles.ts';

export function listSubmissionsRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/submissions',
    operationId: 'ListSubmissions',
    summary: 'What came in, newest first',
    tag: 'archive',
    access: 'signed-in',
    roles: readers,
    query: submissionListQuery,
    response: submissionListAnswer,
    handle(request) {
      const { status, after, limit } = request.query;
      const rows = listSubmissions(context, { status, after: placeOf(after), limit });
      const items = rows.slice(0, limit).map((row) => ({
        transferId: row.transfer_id,
        senderId: row.sender_id,
        status: row.status,
        arrivedAt: row.arrived_at,
        accession: row.accession,
      }));
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.arrivedAt}|${last.transferId}` } : {}) };
    },
  });
}
