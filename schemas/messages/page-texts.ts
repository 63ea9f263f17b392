import type { Language } from '../vocabulary/primitives.ts';
import { type PageTexts, pageTextsEn } from './page-en.ts';
import { pageTextsKo } from './page-ko.ts';

const catalogues: Readonly<Partial<Record<Language, PageTexts>>> = { en: pageTextsEn, ko: pageTextsKo };

/** The words that all pages share, in English where the language has no catalogue. */
export function pageTexts(language: Language): PageTexts {
  return catalogues[language] ?? pageTextsEn;
}
