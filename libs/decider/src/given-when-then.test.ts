import { isRefusal, refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { eventsOf, fold, specificationOf } from './given-when-then.ts';

const counter = {
  initialState: 0,
  decide: (max: number, count: number) =>
    count < max ? [{ type: 'Counted' as const, data: {} }] : refuse('attachment-limit', 'count', { limit: max }),
  evolve: (count: number) => count + 1,
};
const counted = { type: 'Counted', data: {} } as const;

describe('specificationOf', () => {
  it('decides on what was given', () => {
    const { given } = specificationOf(counter);
    expect(given().when(1)).toEqual([counted]);
    expect(given(counted).when(1)).toEqual(refuse('attachment-limit', 'count', { limit: 1 }));
  });
});

describe('fold', () => {
  it('goes on from where a fold had stopped', () => {
    expect(fold(counter, [counted, counted], fold(counter, [counted]))).toBe(3);
    expect(fold(counter, [])).toBe(0);
  });
});

describe('eventsOf', () => {
  it('throws with the code and the field of a refusal', () => {
    const decision = counter.decide(0, 0);
    expect(isRefusal(decision)).toBe(true);
    expect(() => eventsOf(decision)).toThrow('attachment-limit count');
    expect(eventsOf([counted])).toEqual([counted]);
  });
});
