import { describe, expect, it } from 'vitest';
import { dirtOf } from './dirt.ts';

const quiet = { othersCores: 0.02, loadBefore: 0.3, cores: 2, spread: 0.1 };

describe('dirt', () => {
  it('finds none where the machine was quiet', () => {
    expect(dirtOf(quiet)).toEqual([]);
  });

  it.each([
    [{ othersCores: 0.4 }, 'other processes used 40 % of a core (at most 10 %)'],
    [{ othersCores: undefined }, 'nobody can tell here what other processes used'],
    [{ loadBefore: 1.6 }, 'the load was 1.6 on 2 cores when it began'],
    [{ spread: 1.2 }, 'the rounds lie 120 % apart (at most 50 %)'],
  ])('finds it in %j', (more, reason) => {
    expect(dirtOf({ ...quiet, ...more })).toEqual([reason]);
  });

  it('names every reason', () => {
    expect(dirtOf({ othersCores: 2, loadBefore: 9, cores: 2, spread: 3 })).toHaveLength(3);
  });
});
