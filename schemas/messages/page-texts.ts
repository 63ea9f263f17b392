import type { Language } from '../vocabulary/primitives.ts';
import { pageTextsEn } from './page-en.ts';
import { pageTextsKo } from './page-ko.ts';

export type PageTexts = Readonly<Record<keyof typeof pageTextsEn, string>>;

const catalogues: Readonly<Partial<Record<Language, PageTexts>>> = { en: pageTextsEn, ko: pageTextsKo };

/** The words that all pages share, in English where the language has no catalogue. */
export function pageTexts(language: Language): PageTexts {
  return catalogues[language] ?? pageTextsEn;
}
