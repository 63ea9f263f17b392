import { pageTexts } from '@sillok/schemas/messages/page-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { html } from './html.ts';
import { pageLayout } from './page-layout.ts';
import type { Problem } from './problem.ts';

/** A refusal as a page: what, which rule, and how to go on. */
export function problemPage(problem: Problem, language: Language): string {
  const texts = pageTexts(language);
  return pageLayout({
    language,
    title: texts.problemTitle,
    brand: { name: texts.product },
    skip: texts.skip,
    main: html`<h1>${texts.problemTitle}</h1>
<p class="note ju">${problem.title}</p>
<dl class="facts"><dt>${texts.problemCode}</dt><dd><code>${problem.code}</code></dd><dt>${texts.problemInstance}</dt><dd><code>${problem.instance}</code></dd></dl>
<p><a class="btn" href="/">${texts.toFrontPage}</a></p>`,
  });
}
