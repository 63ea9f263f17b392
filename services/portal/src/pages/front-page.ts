import { type Html, html, pageLayout } from '@sillok/http-service';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { languageChoice } from './language-choice.ts';
import type { FinishedDocument } from './portal-options.ts';

export interface FrontPage {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly institution: string;
  /** Who is signed in. */
  readonly person?: string;
  readonly services: readonly string[];
  readonly documents: readonly FinishedDocument[];
  readonly next?: string;
  readonly isFirst: boolean;
  /** There is a search in open records. */
  readonly hasArchive: boolean;
}

/** The first thing that anybody sees of an institution. */
export function frontPage(view: FrontPage): string {
  const texts = portalTexts(view.language);
  return pageLayout({
    language: view.language,
    title: view.institution,
    brand: { name: view.institution, note: pageTexts(view.language).product },
    skip: pageTexts(view.language).skip,
    aside: account(view),
    main: html`<h1>${view.institution}</h1>
<p class="lead">${texts.lead}</p>
${view.hasArchive && html`<p><a class="btn pri" href="/archive">${texts.toArchive}</a></p>`}
${documentsSection(view)}
<div class="cols">
<section aria-labelledby="services"><h2 id="services">${texts.services}</h2>
<ul class="tags">${view.services.map((service) => html`<li class="tag">${service}</li>`)}</ul></section>
<section aria-labelledby="programs"><h2 id="programs">${texts.programs}</h2>
<p><a href="/api">${texts.apiLink}</a></p></section>
</div>`,
  });
}

function account(view: FrontPage): Html {
  const texts = portalTexts(view.language);
  return html`<div class="aside">
${languageChoice({ ...view, here: '/' })}
${
  view.person === undefined
    ? html`<a class="btn pri" href="/sign-in">${texts.signIn}</a>`
    : html`<span class="who">${view.person}<small>${texts.signedIn}</small></span>
<form method="post" action="/sign-out"><button class="btn">${texts.signOut}</button></form>`
}
</div>`;
}

function documentsSection(view: FrontPage): Html {
  const texts = portalTexts(view.language);
  return html`<section aria-labelledby="documents"><h2 id="documents">${texts.documents}</h2>
${view.documents.length === 0 ? emptyNote(view) : documentsTable(view)}
${
  view.isFirst && view.next === undefined
    ? ''
    : html`<p class="aside">${!view.isFirst && html`<a class="btn" href="/">${texts.first}</a>`}${
        view.next !== undefined &&
        html`<a class="btn" rel="next" href="/?after=${encodeURIComponent(view.next)}">${texts.next}</a>`
      }</p>`
}</section>`;
}

function emptyNote(view: FrontPage): Html {
  const texts = portalTexts(view.language);
  return html`<p class="mut">${view.person === undefined ? texts.signInToSee : texts.noDocuments}</p>`;
}

function documentsTable(view: FrontPage): Html {
  const texts = portalTexts(view.language);
  return html`<div class="scroll"><table>
<thead><tr><th scope="col">${texts.number}</th><th scope="col">${texts.title}</th><th scope="col">${texts.registeredOn}</th></tr></thead>
<tbody>${view.documents.map(
    (one) =>
      html`<tr><td class="nw">${one.number}</td><th scope="row"><a href="${one.href}">${one.title}</a></th><td class="nw"><time datetime="${one.registeredOn}">${one.registeredOn}</time></td></tr>
`,
  )}</tbody></table></div>`;
}
