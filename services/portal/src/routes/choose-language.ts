import { defineRoute, languageCookieName, redirect } from '@sillok/http-service';
import { type Language, language as languageSchema } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';

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
    response: 'page',
    handle: ({ params }) => redirect('/', [{ name: languageCookieName, value: params.language, seconds: year }]),
  });
}
