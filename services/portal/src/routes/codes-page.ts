import { defineRoute, page } from '@sillok/http-service';
import { codesPage } from '../pages/codes-page.ts';

export function codesPageRoute(institution: string) {
  return defineRoute({
    method: 'GET',
    url: '/docs/errors',
    operationId: 'codesPage',
    summary: 'What every code means',
    tag: 'portal',
    access: 'public',
    response: 'page',
    handle: ({ language }) => page(codesPage(institution, language)),
  });
}
