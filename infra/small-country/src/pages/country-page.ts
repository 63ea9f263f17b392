import type { RequestListener } from 'node:http';
import { html, languageOf, pageHeaders, pageLayout, styleSheet, styleSheetAddress } from '@sillok/http-service';
import { countryTexts } from '@sillok/schemas/messages/country-texts';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { DemoInstitution, DemoPerson } from '../demo-person.ts';

export interface CountryPageOptions {
  readonly port: number;
  readonly institutions: readonly DemoInstitution[];
  readonly people: readonly DemoPerson[];
}

/** The page of the host `localhost`: which institutions there are and who may sign in where. */
export function createCountryPage(options: CountryPageOptions): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === styleSheetAddress) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(styleSheet);
      return;
    }
    const chosen = url.searchParams.get('language') ?? undefined;
    const language = languageOf(['en', 'ko'], chosen, request.headers['accept-language']);
    const status = url.pathname === '/' ? 200 : 404;
    response.writeHead(status, { ...pageHeaders, 'content-type': 'text/html; charset=utf-8' });
    response.end(countryPage(options, language));
  };
}

function countryPage(options: CountryPageOptions, language: Language): string {
  const texts = countryTexts(language);
  return pageLayout({
    language,
    title: texts.country,
    brand: { name: texts.country, note: texts.countryNote },
    skip: pageTexts(language).skip,
    aside: html`<nav class="languages" aria-label="${texts.languages}"><a href="/?language=en" lang="en" hreflang="en"${
      language === 'en' && html` aria-current="true"`
    }>English</a><a href="/?language=ko" lang="ko" hreflang="ko"${language === 'ko' && html` aria-current="true"`}>한국어</a></nav>`,
    main: html`<h1>${texts.country}</h1>
<p class="lead">${texts.countryLead}</p>
<p class="note">${texts.noLegalForce}</p>
<section aria-labelledby="institutions"><h2 id="institutions">${texts.institutions}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="institutions"><table><thead><tr><th scope="col">${texts.institution}</th><th scope="col">${texts.address}</th></tr></thead>
<tbody>${options.institutions.map((one) => {
      const address = `http://${one.id}.localhost:${options.port}`;
      return html`<tr><th scope="row">${one.name}</th><td><a href="${address}/">${address}</a></td></tr>
`;
    })}</tbody></table></div></section>
<section aria-labelledby="people"><h2 id="people">${texts.people}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="people"><table><thead><tr><th scope="col">${texts.person}</th><th scope="col">${texts.title}</th><th scope="col">${texts.institution}</th></tr></thead>
<tbody>${options.people.map(
      (person) =>
        html`<tr><th scope="row" lang="${person.language}">${person.name}</th><td lang="${person.language}">${person.title}</td><td>${nameOf(options, person.institution)}</td></tr>
`,
    )}</tbody></table></div></section>`,
  });
}

function nameOf(options: CountryPageOptions, institution: string): string {
  return options.institutions.find((one) => one.id === institution)?.name ?? institution;
}
