import type { Language } from '../vocabulary/primitives.ts';
import { type CountryTexts, countryTextsEn } from './country-en.ts';
import { countryTextsKo } from './country-ko.ts';

const catalogues: Readonly<Partial<Record<Language, CountryTexts>>> = { en: countryTextsEn, ko: countryTextsKo };

/** The words of the demonstration country's own pages, in English where the language has no catalogue. */
export function countryTexts(language: Language): CountryTexts {
  return catalogues[language] ?? countryTextsEn;
}
