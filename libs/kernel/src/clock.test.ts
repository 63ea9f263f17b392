import { describe, expect, it } from 'vitest';
import { countingIds, standingClock } from './clock.ts';

describe('standingClock', () => {
  it('stands still until it is moved, and then stands there', () => {
    const clock = standingClock('2026-01-01T00:00:00.000Z');
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
    clock.moveTo('2026-01-01T00:00:00.001Z');
    expect(clock.now()).toBe('2026-01-01T00:00:00.001Z');
  });

  it('goes forward only', () => {
    const clock = standingClock('2026-01-01T00:00:00.000Z');
    clock.moveTo('2026-01-01T00:00:00.000Z');
    expect(() => clock.moveTo('2025-12-31T23:59:59.999Z')).toThrow(RangeError);
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('countingIds', () => {
  it('gives 26 characters in the order of asking', () => {
    const ids = countingIds();
    const some = Array.from({ length: 11 }, () => ids.next());
    expect(new Set(some.map((id) => id.length))).toEqual(new Set([26]));
    expect([...some].sort()).toEqual(some);
  });
});
