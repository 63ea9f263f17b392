import type { Json } from '@sillok/kernel';
import { z } from 'zod';
import { apiPage } from './api-page.ts';
import { openApiDocument } from './open-api.ts';
import { asset, page } from './reply.ts';
import { defineRoute, type Route } from './route.ts';
import { styleSheet, styleSheetAddress } from './style-sheet.ts';

/** Where the institution tells what it can be asked: for programs, and for people without a script. */
export function apiRoutes(institution: { readonly name: string }, routes: readonly Route[]): readonly Route[] {
  let document: Promise<Json> | undefined;
  const describe = () => (document ??= openApiDocument(routes));
  const common = { method: 'GET', tag: 'portal', access: 'public' } as const;
  return [
    defineRoute({
      ...common,
      url: '/api/openapi.json',
      operationId: 'openApiDocument',
      summary: 'This description',
      response: z.json(),
      handle: async () => z.json().parse(await describe()),
    }),
    defineRoute({
      ...common,
      url: '/api',
      operationId: 'apiPage',
      summary: 'This description for people',
      response: 'page',
      handle: ({ language }) => page(apiPage(institution.name, routes, language)),
    }),
    defineRoute({
      ...common,
      url: styleSheetAddress,
      operationId: 'styleSheet',
      summary: 'The look of the pages',
      response: 'page',
      handle: () => asset(styleSheet, 'text/css; charset=utf-8'),
    }),
  ];
}
