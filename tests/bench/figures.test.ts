import { describe, expect, it } from 'vitest';
import { figureLine, inWords, isMissed, verdictOf, widestSpread } from './figures.ts';

const figure = (median: number, atLeast?: number) => ({
  subject: 'ours',
  peer: 'theirs',
  ratios: { median, least: median / 2, most: median * 2, rounds: 5 },
  ...(atLeast === undefined ? {} : { atLeast }),
});

describe('figures', () => {
  it('says the ratio, its range and what was asked', () => {
    expect(figureLine(figure(0.8, 0.7))).toBe('    0.80  ours / theirs (0.40 to 1.60, 5 rounds); asked 0.70: reached');
  });

  it.each([
    [figure(0.7, 0.7), false, 'asked 0.70: reached'],
    [figure(0.69, 0.7), true, 'asked 0.70: MISSED'],
    [figure(0.01), false, 'reported'],
  ])('judges by the median alone', (one, missed, words) => {
    expect(isMissed(one)).toBe(missed);
    expect(verdictOf(one)).toBe(words);
  });

  it('tells the widest spread of all', () => {
    expect(widestSpread([figure(1), { ...figure(1), ratios: { median: 1, least: 1, most: 1, rounds: 1 } }])).toBe(1.5);
    expect(widestSpread([])).toBe(0);
  });

  it.each([
    [23.4, '23'],
    [1.005, '1.00'],
    [0.05432, '0.054'],
  ])('writes %d as %s', (ratio, text) => {
    expect(inWords(ratio)).toBe(text);
  });
});
