import { defineRoute } from '@sillok/http-service';
import { searchAnswer, searchQuery } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { searchOpen } from '../reading/reading-open.ts';

export function searchOpenDescriptionsRoute(context: Pick<ArchiveContext, 'openRecords'>) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/open/search',
    operationId: 'SearchOpenDescriptions',
    summary: 'Open documents, and what holds them, by the words of their titles and creators; newest first',
    tag: 'archive',
    access: 'public',
    query: searchQuery,
    response: searchAnswer,
    handle: ({ query }) => searchOpen(context.openRecords.db, query.q, query),
  });
}
