import { defineRoute } from '@sillok/http-service';
import { openQuery, searchAnswer } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { openUnder } from '../reading/reading-open.ts';

export function listOpenFondsRoute(context: Pick<ArchiveContext, 'openRecords'>) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/open/descriptions',
    operationId: 'ListOpenFonds',
    summary: 'Whose documents are open: the fonds that hold at least one',
    tag: 'archive',
    access: 'public',
    query: openQuery,
    response: searchAnswer,
    handle: ({ query }) => openUnder(context.openRecords.db, null, query),
  });
}
