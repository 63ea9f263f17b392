import { defineRoute } from '@sillok/http-service';
import { unitListAnswer, unitListQuery } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { unitsUnder } from '../reading/reading-tree.ts';

export function listDescriptionsRoute(context: Pick<ArchiveContext, 'descriptions'>) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/descriptions',
    operationId: 'ListDescriptions',
    summary: 'What stands right under a unit of description, open or not; without one the fonds',
    tag: 'archive',
    access: 'signed-in',
    roles: ['archivist'],
    query: unitListQuery,
    response: unitListAnswer,
    handle: ({ query }) => unitsUnder(context.descriptions.db, query.parentId ?? null, query),
  });
}
