import { html, pageLayout } from '@sillok/http-service';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { daysOf, levelOf, titleOf, unitLink, unitList } from './archive-parts.ts';
import { languageChoice } from './language-choice.ts';
import { wordsOf } from './language-of-text.ts';
import type { OpenUnit } from './portal-options.ts';

export interface UnitPage {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly institution: string;
  readonly unit: OpenUnit;
  readonly isFirst: boolean;
}

/** One open unit of description (ISAD(G)): what it is, where it stands, its document or what it holds. */
export function unitPage({ language, languages, institution, unit, isFirst }: UnitPage): string {
  const texts = portalTexts(language);
  const { next, below: items } = unit;
  return pageLayout({
    language,
    title: unit.title ?? texts.untitled,
    brand: { name: institution, note: pageTexts(language).product },
    skip: pageTexts(language).skip,
    aside: html`<div class="aside">${languageChoice({ language, languages, here: `/archive/${unit.descriptionId}` })}</div>`,
    main: html`<nav aria-label="${texts.above}"><ul class="crumbs"><li><a href="/archive">${texts.archive}</a></li>
${unit.above.map((one) => html`<li>${unitLink(language, one)}</li>`)}</ul></nav>
<h1>${titleOf(language, unit)}</h1>
<section aria-labelledby="unit"><h2 id="unit">${levelOf(language, unit.level)}</h2>
<dl class="facts"><dt>${texts.referenceCode}</dt><dd>${unit.referenceCode}</dd>
<dt>${texts.creator}</dt><dd>${wordsOf(unit.creator ?? '–', language)}</dd>
<dt>${texts.dates}</dt><dd>${daysOf(unit)}</dd></dl>
${unit.document !== null && html`<p><a class="btn pri" href="${unit.document}">${texts.readDocument}</a></p>`}</section>
${
  unit.document === null &&
  unitList({
    language,
    heading: texts.holds,
    units: next === undefined ? { items } : { items, next },
    empty: texts.nothingOpen,
    href: `/archive/${unit.descriptionId}`,
    isFirst,
  })
}`,
  });
}
