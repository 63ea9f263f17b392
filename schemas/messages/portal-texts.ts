import type { Language } from '../vocabulary/primitives.ts';
import { type PortalTexts, portalTextsEn } from './portal-en.ts';
import { portalTextsKo } from './portal-ko.ts';

const catalogues: Readonly<Partial<Record<Language, PortalTexts>>> = { en: portalTextsEn, ko: portalTextsKo };

/** The words of the portal's server-made pages, in English where the language has no catalogue. */
export function portalTexts(language: Language): PortalTexts {
  return catalogues[language] ?? portalTextsEn;
}
