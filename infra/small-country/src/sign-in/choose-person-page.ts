import { html, pageLayout } from '@sillok/http-service';
import { countryTexts } from '@sillok/schemas/messages/country-texts';
import { fillBlanks } from '@sillok/schemas/messages/message-for';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { DemoInstitution, DemoPerson } from '../demo-person.ts';

/** The people of one institution, a button each: choosing one is the whole sign-in. */
export function choosePersonPage(
  institution: DemoInstitution,
  people: readonly DemoPerson[],
  action: string,
  language: Language,
): string {
  const texts = countryTexts(language);
  return pageLayout({
    language,
    title: texts.chooseTitle,
    brand: { name: texts.provider, note: texts.noLegalForce, href: action },
    skip: pageTexts(language).skip,
    main: html`<h1>${texts.chooseTitle}</h1>
<p class="lead">${fillBlanks(texts.chooseLead, { institution: institution.name })}</p>
<section aria-labelledby="institution"><h2 id="institution">${institution.name}</h2>
<form method="post" action="${action}"><ul class="people">
${people.map(
  (person) =>
    html`<li><button class="btn" name="person" value="${person.id}"><span lang="${person.language}">${person.name}<small>${person.title}</small></span></button></li>
`,
)}</ul></form></section>`,
  });
}

export function signInFailedPage(reason: string, language: Language): string {
  const texts = countryTexts(language);
  return pageLayout({
    language,
    title: texts.signInFailed,
    brand: { name: texts.provider, note: texts.noLegalForce },
    skip: pageTexts(language).skip,
    main: html`<h1>${texts.signInFailed}</h1>
<p class="note ju">${texts.signInExpired}</p>
<p class="mut"><code>${reason}</code></p>`,
  });
}
