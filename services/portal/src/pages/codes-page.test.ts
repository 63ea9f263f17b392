import { faults, refusals } from '@sillok/schemas/vocabulary/errors';
import { describe, expect, it } from 'vitest';
import { codesPage } from './codes-page.ts';

describe('the page of codes', () => {
  it('has a place for every code that a problem can point to, in each language', () => {
    for (const language of ['en', 'ko'] as const) {
      const text = codesPage('기록문화부', language);
      const places = [...text.matchAll(/<tr id="([^"]+)">/g)].map((match) => match[1]);
      expect(places).toEqual([...refusals, ...faults]);
      expect(text).toContain(`lang="${language}"`);
    }
  });
});
