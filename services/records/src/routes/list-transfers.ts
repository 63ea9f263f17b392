import { defineRoute } from '@sillok/http-service';
import { placeOf } from '@sillok/schemas/api/cursor';
import { transferListAnswer, transferListQuery } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { transferRow } from '../reading/reading-transfer.ts';

export function listTransfersRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/transfers',
    operationId: 'ListTransfers',
    summary: 'What was sent to the archives, newest first',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer', 'auditor'],
    query: transferListQuery,
    response: transferListAnswer,
    handle(request) {
      const { after, limit } = request.query;
      const rows = context.transfers.db
        .prepare(
          `SELECT * FROM transfer WHERE (prepared_at, transfer_id) < (?, ?)
           ORDER BY prepared_at DESC, transfer_id DESC LIMIT ?`,
        )
        .all(...placeOf(after), limit + 1);
      const last = rows[limit - 1];
      const isMore = rows.length > limit && last !== undefined;
      const items = rows.slice(0, limit).map(transferRow);
      return { items, ...(isMore ? { next: `${last['prepared_at']}|${last['transfer_id']}` } : {}) };
    },
  });
}
