import { defineRoute, page } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { descriptionParams } from '@sillok/schemas/api/archive/description';
import { cursor } from '@sillok/schemas/api/cursor';
import { z } from 'zod';
import type { OpenArchive, PortalOptions } from '../pages/portal-options.ts';
import { unitPage } from '../pages/unit-page.ts';
import { unitsOnAPage } from './archive-page.ts';

export function unitPageRoute({ institution }: Pick<PortalOptions, 'institution'>, archive: OpenArchive) {
  return defineRoute({
    method: 'GET',
    url: '/archive/:descriptionId',
    operationId: 'unitPage',
    summary: 'One open unit of description',
    tag: 'portal',
    access: 'public',
    params: descriptionParams,
    query: z.strictObject({ after: cursor.optional() }),
    response: 'page',
    handle({ params, query: { after }, language }) {
      const unit = archive.unit(params.descriptionId, { after, limit: unitsOnAPage });
      if (unit === undefined) return refuse('not-found', 'descriptionId');
      return page(
        unitPage({
          language,
          languages: institution.languages,
          institution: institution.name,
          unit,
          isFirst: after === undefined,
        }),
      );
    },
  });
}
