import { describe, expect, it } from 'vitest';
import { assertInside, assertSafeNames } from './safe-name.ts';

const malformed = expect.objectContaining({ code: 'CONTAINER_MALFORMED' });

describe('assertSafeNames', () => {
  it.each(['a.txt', 'data/위치도 (개정).pdf', 'data/Захтев.txt', ' leading', `${'가'.repeat(85)}`])(
    'takes %j',
    (name) => {
      expect(() => assertSafeNames([name])).not.toThrow();
    },
  );

  it.each([
    '',
    '../a',
    'a/../b',
    './a',
    '/a',
    'C:/a',
    'a\\b',
    'a\u0000',
    'a\u202eb',
    'a?',
    'a.',
    'a ',
    'a//b',
    'e\u0301',
  ])('refuses %j and names it', (name) => {
    expect(() => assertSafeNames(['fine', name])).toThrow(malformed);
    expect(() => assertSafeNames(['fine', name])).toThrow(expect.objectContaining({ details: { entry: name } }));
  });

  it('refuses names that a disk would take for one, and a part over 255 bytes', () => {
    expect(() => assertSafeNames(['a/B', 'A/b'])).toThrow(malformed);
    expect(() => assertSafeNames(['가'.repeat(86)])).toThrow(malformed);
  });
});

describe('assertInside', () => {
  it('asks less of what others wrote: only that it stays in its folder', () => {
    expect(() => assertInside('a?/e\u0301 .')).not.toThrow();
    expect(() => assertInside('a/../../b')).toThrow(malformed);
  });
});
