import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

describe('the language of an answer', () => {
  it.each([
    ['the reader chose it', 'en', 'ko', 'en'],
    ['the browser prefers it', undefined, 'fr;q=1, en;q=0.4, ko-KR;q=0.8', 'ko'],
    ['the browser refuses the other', undefined, 'ko;q=0, en;q=0.1', 'en'],
    ['nothing is known', undefined, undefined, 'ko'],
    ['nothing fits', 'xx', 'fr', 'ko'],
    ['the header is rubbish', undefined, ';;;q=a,,', 'ko'],
  ] as const)('is found where %s', (_, chosen, header, language) => {
    expect(languageOf(['ko', 'en'], chosen, header)).toBe(language);
  });

  it.each([
    ['sr-Latn', 'sr-Latn'],
    ['sr-latn-RS', 'sr-Latn'],
    ['sr-RS', 'sr-Cyrl'],
    ['sr', 'sr-Cyrl'],
    ['s', 'en'],
  ] as const)('comes in the script that %s names, or in the first of its tongue', (header, language) => {
    expect(languageOf(['en', 'sr-Cyrl', 'sr-Latn'], undefined, header)).toBe(language);
  });
});
