import { defineRoute, page } from '@sillok/http-service';
import { cursor } from '@sillok/schemas/api/cursor';
import { z } from 'zod';
import { frontPage } from '../pages/front-page.ts';
import type { PortalOptions } from '../pages/portal-options.ts';

const rows = 25;

export function frontPageRoute(options: PortalOptions) {
  const { institution } = options;
  return defineRoute({
    method: 'GET',
    url: '/',
    operationId: 'frontPage',
    summary: 'The front page',
    tag: 'portal',
    access: 'public',
    query: z.strictObject({ after: cursor.optional() }),
    response: 'page',
    async handle({ person, query, language }) {
      const { items, next } = await options.finishedDocuments(query.after, rows, person);
      const name = person === undefined ? undefined : ((await options.nameOf(person.id)) ?? person.id);
      return page(
        frontPage({
          language,
          languages: institution.languages,
          institution: institution.name,
          ...(name === undefined ? {} : { person: name }),
          services: options.services,
          documents: items,
          ...(next === undefined ? {} : { next }),
          isFirst: query.after === undefined,
          hasArchive: options.openArchive !== undefined,
        }),
      );
    },
  });
}
