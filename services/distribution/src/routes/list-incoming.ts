import { appointmentsOf, dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { placeOf } from '@sillok/schemas/api/cursor';
import { incomingListAnswer, incomingListQuery } from '@sillok/schemas/api/distribution/incoming';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { incomingRow } from '../reading/reading-incoming.ts';

export function listIncomingRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/incoming',
    operationId: 'ListIncoming',
    summary: 'What arrived, newest first: all for the registry, else what is with your unit or circulates to you',
    tag: 'distribution',
    access: 'signed-in',
    query: incomingListQuery,
    response: incomingListAnswer,
    async handle(request) {
      const { after, limit } = request.query;
      const person = personOf(request);
      const directory = await context.directory.latest();
      const posts = appointmentsOf(directory, person.id, dateAt(directory, context.clock.now()));
      const all = person.roles.some((role) => role === 'registry' || role === 'auditor');
      const [at, id] = placeOf(after);
      const units = JSON.stringify(posts.map((post) => post.unitId));
      const rows = context.incoming.db
        .prepare(
          `SELECT * FROM incoming WHERE (effective_at, document_id) < (?, ?) AND (? = 1
             OR unit_id IN (SELECT value FROM json_each(?))
             OR document_id IN (SELECT document_id FROM reader WHERE person_id = ?))
           ORDER BY effective_at DESC, document_id DESC LIMIT ?`,
        )
        .all(at, id, all ? 1 : 0, units, person.id, limit + 1);
      const items = rows.slice(0, limit).map((row) => incomingRow(context, row).item);
      const last = items.at(-1);
      return { items, ...(rows.length > limit && last ? { next: `${last.effectiveAt}|${last.documentId}` } : {}) };
    },
  });
}
