import type { Html } from '@sillok/http-service';
import { html } from '@sillok/http-service';
import type { Language } from '@sillok/schemas/vocabulary/primitives';

const languages = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Cyrillic}/u, 'sr-Cyrl'],
] as const;

/** Words of a record in a page of another language, marked so that they are read aloud rightly (WCAG 2.2, 3.1.2). */
export function wordsOf(text: string, page: Language): Html {
  const language = languages.find(([script]) => script.test(text))?.[1];
  return language === undefined || language === page ? html`${text}` : html`<span lang="${language}">${text}</span>`;
}
