import type { Language } from '../vocabulary/primitives.ts';
import { countryTextsEn } from './country-en.ts';
import { countryTextsKo } from './country-ko.ts';

export type CountryTexts = Readonly<Record<keyof typeof countryTextsEn, string>>;

const catalogues: Readonly<Partial<Record<Language, CountryTexts>>> = { en: countryTextsEn, ko: countryTextsKo };

/** The words of the demonstration country's own pages, in English where the language has no catalogue. */
export function countryTexts(language: Language): CountryTexts {
  return catalogues[language] ?? countryTextsEn;
}
