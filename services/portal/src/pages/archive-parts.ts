import { type Html, html } from '@sillok/http-service';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { wordsOf } from './language-of-text.ts';
import type { DescribedUnit, OpenUnits } from './portal-options.ts';

/** The search as a plain form: its address can be kept and sent. */
export function searchForm(language: Language, words: string): Html {
  const texts = portalTexts(language);
  return html`<section aria-labelledby="search"><h2 id="search">${texts.search}</h2>
<form class="search" role="search" action="/archive" method="get">
<label for="q">${texts.searchWords}</label>
<input id="q" name="q" type="search" value="${words}" maxlength="200" aria-describedby="q-help" autocomplete="off">
<button class="btn pri">${texts.search}</button>
<p class="mut" id="q-help">${texts.searchHelp}</p>
</form></section>`;
}

export interface UnitList {
  readonly language: Language;
  readonly heading: string;
  readonly units: OpenUnits;
  readonly empty: string;
  /** The address of this list, to which a page adds where it begins. */
  readonly href: string;
  readonly isFirst: boolean;
}

export function unitList({ language, heading, units, empty, href, isFirst }: UnitList): Html {
  const texts = portalTexts(language);
  const { items, next } = units;
  const further = next && `${href}${href.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
  return html`<section aria-labelledby="units"><h2 id="units">${heading}</h2>
${items.length === 0 ? html`<p class="mut">${empty}</p>` : unitTable(language, items)}
${
  (!isFirst || further !== undefined) &&
  html`<p class="aside">${!isFirst && html`<a class="btn" href="${href}">${texts.firstUnits}</a>`}${
    further !== undefined && html`<a class="btn" rel="next" href="${further}">${texts.nextUnits}</a>`
  }</p>`
}</section>`;
}

function unitTable(language: Language, units: readonly DescribedUnit[]): Html {
  const texts = portalTexts(language);
  const titles = [texts.title, texts.level, texts.creator, texts.dates];
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="units"><table>
<thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${units.map(
    (
      unit,
    ) => html`<tr><th scope="row">${unitLink(language, unit)}</th><td class="nw">${levelOf(language, unit.level)}</td><td>${wordsOf(unit.creator ?? '–', language)}</td><td class="nw">${daysOf(unit)}</td></tr>
`,
  )}</tbody></table></div>`;
}

export function unitLink(language: Language, unit: Pick<DescribedUnit, 'descriptionId' | 'title'>): Html {
  return html`<a href="/archive/${unit.descriptionId}">${titleOf(language, unit)}</a>`;
}

export function titleOf(language: Language, { title }: Pick<DescribedUnit, 'title'>): Html {
  return title === null ? html`${portalTexts(language).untitled}` : wordsOf(title, language);
}

export function levelOf(language: Language, level: DescribedUnit['level']): string {
  const { levelFonds, levelSeries, levelFile, levelItem } = portalTexts(language);
  return { fonds: levelFonds, series: levelSeries, file: levelFile, item: levelItem }[level];
}

export function daysOf({ dates: { from, to } }: Pick<DescribedUnit, 'dates'>): Html {
  const day = (date: string) => html`<time datetime="${date}">${date}</time>`;
  return from === to ? day(from) : html`${day(from)} – ${day(to)}`;
}
