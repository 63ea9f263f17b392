import { type Html, html } from '@sillok/http-service';
import { portalTexts } from '@sillok/schemas/messages/portal-texts';
import type { Language } from '@sillok/schemas/vocabulary/primitives';

export interface LanguageChoice {
  readonly language: Language;
  readonly languages: readonly Language[];
  /** Where the reader is, and comes back to: a path of this place. */
  readonly here: string;
}

const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ko: '한국어',
  lo: 'ລາວ',
  'sr-Cyrl': 'српски',
  'sr-Latn': 'srpski',
};

/** The languages of the place, each under its own name. */
export function languageChoice({ language, languages, here }: LanguageChoice): Html {
  const back = here === '/' ? '' : `?to=${encodeURIComponent(here)}`;
  return html`<nav class="languages" aria-label="${portalTexts(language).languages}">${languages.map(
    (one) =>
      html`<a href="/language/${one}${back}" lang="${one}" hreflang="${one}"${
        one === language && html` aria-current="true"`
      }>${ownNames[one]}</a>`,
  )}</nav>`;
}
