import { pageTexts } from '@sillok/schemas/messages/page-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { type Html, html } from './html.ts';
import { pageLayout } from './page-layout.ts';
import type { Route } from './route.ts';

/** The list of operations by service, readable without a script. */
export function apiPage(institution: string, routes: readonly Route[], language: Language): string {
  const texts = pageTexts(language);
  const listed = routes.filter((route) => route.response !== 'page');
  const tags = [...new Set(listed.map((route) => route.tag))].sort();
  return pageLayout({
    language,
    title: texts.apiTitle,
    brand: { name: institution, note: texts.product },
    skip: texts.skip,
    main: html`<h1>${texts.apiTitle}</h1>
<p>${texts.apiIntroduction} <a href="/api/openapi.json">openapi.json</a></p>
${tags.map((tag) =>
  section(
    tag,
    listed.filter((route) => route.tag === tag),
    language,
  ),
)}`,
  });
}

function section(tag: string, routes: readonly Route[], language: Language): Html {
  const texts = pageTexts(language);
  return html`<section aria-labelledby="tag-${tag}"><h2 id="tag-${tag}">${tag}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="tag-${tag}"><table>
<thead><tr><th scope="col">${texts.apiOperation}</th><th scope="col">${texts.apiAddress}</th><th scope="col">${texts.apiSummary}</th><th scope="col">${texts.apiAccess}</th></tr></thead>
<tbody>${routes.map(
    (
      route,
    ) => html`<tr><th scope="row"><code>${route.operationId}</code></th><td class="nw"><code>${route.method} ${route.url}</code></td><td>${route.summary}</td><td>${accessOf(route, language)}</td></tr>
`,
  )}</tbody></table></div></section>
`;
}

function accessOf(route: Route, language: Language): string {
  if (route.access === 'public') return pageTexts(language).apiPublic;
  return route.roles === undefined ? pageTexts(language).apiSignedIn : route.roles.join(', ');
}
