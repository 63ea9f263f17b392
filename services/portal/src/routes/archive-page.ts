import { defineRoute, page } from '@sillok/http-service';
import { cursor } from '@sillok/schemas/api/cursor';
import { z } from 'zod';
import { archivePage } from '../pages/archive-page.ts';
import type { OpenArchive, PortalOptions } from '../pages/portal-options.ts';

export const unitsOnAPage = 25;

export function archivePageRoute({ institution }: Pick<PortalOptions, 'institution'>, archive: OpenArchive) {
  return defineRoute({
    method: 'GET',
    url: '/archive',
    operationId: 'archivePage',
    summary: 'Search in what the archives opened',
    tag: 'portal',
    access: 'public',
    query: z.strictObject({ q: z.string().trim().max(200).default(''), after: cursor.optional() }),
    response: 'page',
    handle({ query: { q: words, after }, language }) {
      const paging = { after, limit: unitsOnAPage };
      const units = words === '' ? archive.fonds(paging) : archive.search(words, paging);
      const view = {
        language,
        languages: institution.languages,
        institution: institution.name,
        words,
        units,
        isFirst: after === undefined,
      };
      return page(archivePage(view));
    },
  });
}
