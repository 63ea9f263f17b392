import { html, pageLayout } from '@sillok/http-service';
import { pageTexts } from '@sillok/schemas/messages/page-texts';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { searchForm, unitList } from './archive-parts.ts';
import { languageChoice } from './language-choice.ts';
import type { OpenUnits } from './portal-options.ts';

export interface ArchivePage {
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly institution: string;
  /** What was searched for; empty where all fonds are shown. */
  readonly words: string;
  readonly units: OpenUnits;
  readonly isFirst: boolean;
}

/** The search in what is open, and what it found. */
export function archivePage({ language, languages, institution, words, units, isFirst }: ArchivePage): string {
  const texts = portalTexts(language);
  const isSearch = words !== '';
  return pageLayout({
    language,
    title: isSearch ? `${words} · ${texts.archive}` : texts.archive,
    brand: { name: institution, note: pageTexts(language).product },
    skip: pageTexts(language).skip,
    aside: html`<div class="aside">${languageChoice({ language, languages, here: words === '' ? '/archive' : `/archive?q=${encodeURIComponent(words)}` })}</div>`,
    main: html`<h1>${texts.archive}</h1>
<p class="lead">${texts.archiveLead}</p>
${searchForm(language, words)}
${unitList({
  language,
  heading: isSearch ? texts.found : texts.fonds,
  units,
  empty: isSearch ? texts.nothingFound : texts.nothingOpen,
  href: isSearch ? `/archive?q=${encodeURIComponent(words)}` : '/archive',
  isFirst,
})}`,
  });
}
