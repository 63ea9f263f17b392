import { defineRoute, languageCookieName, redirect } from '@sillok/http-service';
import { type Language, language as languageSchema } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';
import { localPath } from '../sign-in/local-path.ts';

const year = 365 * 24 * 60 * 60;

export function chooseLanguageRoute(offered: readonly Language[]) {
  return defineRoute({
    method: 'GET',
    url: '/language/:language',
    operationId: 'chooseLanguage',
    summary: 'Remembers the language of this browser',
    tag: 'portal',
    access: 'public',
    params: z.strictObject({ language: languageSchema.refine((one) => offered.includes(one), 'offered here') }),
    /** The page of this place from which the reader came. */
    query: z.strictObject({ to: z.string().max(2_000).optional() }),
    response: 'page',
    handle: ({ params, query }) =>
      redirect(localPath(query.to), [{ name: languageCookieName, value: params.language, seconds: year }]),
  });
}
