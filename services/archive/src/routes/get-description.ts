import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { archivistUnit, descriptionParams } from '@sillok/schemas/api/archive/description';
import type { ArchiveContext } from '../context.ts';
import { archivistUnitOf } from '../reading/reading-tree.ts';

export function getDescriptionRoute(context: Pick<ArchiveContext, 'descriptions'>) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/descriptions/:descriptionId',
    operationId: 'GetDescription',
    summary: 'A unit of description as archivists see it',
    tag: 'archive',
    access: 'signed-in',
    roles: ['archivist'],
    params: descriptionParams,
    response: archivistUnit,
    handle: ({ params }) =>
      archivistUnitOf(context.descriptions.db, params.descriptionId) ?? refuse('not-found', 'descriptionId'),
  });
}
