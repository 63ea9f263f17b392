import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { descriptionParams, openQuery, openUnit } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { openUnitOf } from '../reading/reading-open.ts';

export function getOpenDescriptionRoute(context: Pick<ArchiveContext, 'openRecords'>) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/open/descriptions/:descriptionId',
    operationId: 'GetOpenDescription',
    summary: 'An open unit of description: what stands above it, and a page of what is open below',
    tag: 'archive',
    access: 'public',
    params: descriptionParams,
    query: openQuery,
    response: openUnit,
    handle: ({ params, query }) =>
      openUnitOf(context.openRecords.db, params.descriptionId, query) ?? refuse('not-found', 'descriptionId'),
  });
}
