import { defineRoute } from '@sillok/http-service';
import { isRefusal, type Json, refuse } from '@sillok/kernel';
import { archivistUnit, descriptionParams, redescription } from '@sillok/schemas/api/archive/description';
import { commandOf, personOf } from '@sillok/service-context';
import type { ArchiveContext } from '../context.ts';
import { redescribe } from '../describing/redescribe.ts';
import { archivistUnitOf } from '../reading/reading-tree.ts';

type Redescribing = Pick<ArchiveContext, 'journal' | 'institutionId' | 'descriptions' | 'openRecords'>;

export function redescribeUnitRoute(context: Redescribing) {
  return defineRoute({
    method: 'POST',
    url: '/api/archive/descriptions/:descriptionId/redescriptions',
    operationId: 'RedescribeUnit',
    summary: 'Say some of a unit anew: its title, its days, or whether the public may see the item',
    tag: 'archive',
    access: 'signed-in',
    roles: ['archivist'],
    command: true,
    params: descriptionParams,
    body: redescription,
    response: archivistUnit,
    async handle(request) {
      const { descriptionId } = request.params;
      // It was parsed as JSON.
      const input = [descriptionId, request.body as Json];
      const command = commandOf(context, request, 'RedescribeUnit', input);
      const redescribing = { descriptionId, personId: personOf(request).id, change: request.body };
      const outcome = await redescribe(context, redescribing, command);
      if (isRefusal(outcome)) return outcome;
      // What was closed is gone from the public zone before the answer says so.
      await Promise.all([
        context.descriptions.reached(outcome.position),
        context.openRecords.reached(outcome.position),
      ]);
      return archivistUnitOf(context.descriptions.db, descriptionId) ?? refuse('not-found', 'descriptionId');
    },
  });
}
