import { describe, expect, it } from 'vitest';
import { measure, median, ratiosOf, spreadOf, turnsOf } from './rounds.ts';

describe('rounds', () => {
  it('takes turns forwards and backwards', () => {
    expect([0, 1, 2].map((round) => turnsOf(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'cba', 'abc']);
  });

  it('interleaves all contenders and forgets the round that warmed up', async () => {
    const turns: string[] = [];
    const contender = (name: string) => ({
      name,
      run(round: number) {
        turns.push(`${name}${round}`);
        return round;
      },
    });
    const rounds = await measure([contender('a'), contender('b')], 2);
    expect(turns).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    expect(rounds.map((rates) => rates.get('a'))).toEqual([1, 2]);
  });

  it.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 2, 100], 3],
  ])('finds the median of %j', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('has no median of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('takes the ratio within each round, so that a slow minute slows both', () => {
    const rounds = [
      new Map([
        ['ours', 50],
        ['theirs', 100],
      ]),
      new Map([
        ['ours', 6],
        ['theirs', 10],
      ]),
      new Map([
        ['ours', 400],
        ['theirs', 1000],
      ]),
    ];
    const ratios = ratiosOf(rounds, 'ours', 'theirs');
    expect(ratios).toEqual({ median: 0.5, least: 0.4, most: 0.6, rounds: 3 });
    expect(spreadOf(ratios)).toBeCloseTo(0.4);
  });

  it('refuses to compare with what was not measured', () => {
    expect(() => ratiosOf([new Map([['ours', 1]])], 'ours', 'theirs')).toThrow('theirs was not measured');
  });
});
