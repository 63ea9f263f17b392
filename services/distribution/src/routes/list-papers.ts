import { appointmentsOf, dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { paperListAnswer, paperListQuery } from '@sillok/schemas/api/distribution/paper';
import { personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { paperRow } from '../reading/reading-paper.ts';

export function listPapersRoute(context: DistributionContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/distribution/papers',
    operationId: 'ListPapers',
    summary: 'Letters that came on paper, newest first: all for the registry, else what is with your unit',
    tag: 'distribution',
    access: 'signed-in',
    query: paperListQuery,
    response: paperListAnswer,
    async handle(request) {
      const { after = '9999', limit } = request.query;
      const person = personOf(request);
      const directory = await context.directory.latest();
      const posts = appointmentsOf(directory, person.id, dateAt(directory, context.clock.now()));
      const all = person.roles.some((role) => role === 'registry' || role === 'auditor');
      const [at = '9999', id = '~'] = after.split('|');
      const rows = context.papers.db
        .prepare(
          `SELECT * FROM paper WHERE (scanned_at, document_id) < (?, ?)
             AND (? = 1 OR unit_id IN (SELECT value FROM json_each(?)))
           ORDER BY scanned_at DESC, document_id DESC LIMIT ?`,
        )
        .all(at, id, all ? 1 : 0, JSON.stringify(posts.map((post) => post.unitId)), limit + 1)
        .map(paperRow);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1)?.scanned;
      const items = shown.map(({ item }) => item);
      return { items, ...(rows.length > limit && last ? { next: `${last.scannedAt}|${last.documentId}` } : {}) };
    },
  });
}
