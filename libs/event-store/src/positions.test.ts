import { describe, expect, test } from 'vitest';
import type { Position } from './event-store.ts';
import { comparePositions, ordinalOf, positionAt } from './positions.ts';

describe('comparePositions', () => {
  test('orders as the log does, across powers of ten', () => {
    const places = [1, 2, 9, 10, 99, 100, 65_536, Number.MAX_SAFE_INTEGER].map(positionAt);
    expect([...places].reverse().sort(comparePositions)).toEqual(places);
    expect(places.map((place) => comparePositions(place, place))).toEqual(places.map(() => 0));
  });
});

describe('ordinalOf', () => {
  test('gives back what a position was made from, and 0 for no position', () => {
    expect([1, 512, Number.MAX_SAFE_INTEGER].map((count) => ordinalOf(positionAt(count)))).toEqual([
      1,
      512,
      Number.MAX_SAFE_INTEGER,
    ]);
    expect(ordinalOf(undefined)).toBe(0);
  });

  test.each(['', '1', '00000000000000001', '000000000000000x', '0000000000000001 '])('refuses "%s"', (text) => {
    expect(() => ordinalOf(text as Position)).toThrow(RangeError);
  });

  test.each([-1, 0.5, 1e21, Number.NaN])('makes no position of %s', (count) => {
    expect(() => positionAt(count)).toThrow(RangeError);
  });
});
