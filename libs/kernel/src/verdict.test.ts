import { describe, expect, it } from 'vitest';
import { type Question, type Verdict, worstFirst, worstOf } from './verdict.ts';

const asked = (...verdicts: Verdict[]): Question[] =>
  verdicts.map((verdict, index) => ({ question: `${index}`, verdict }));

describe('worstOf', () => {
  it('lets one failure decide, then one doubt', () => {
    expect(worstOf(asked('passed', 'indeterminate', 'failed'))).toBe('failed');
    expect(worstOf(asked('passed', 'indeterminate'))).toBe('indeterminate');
    expect(worstOf(asked('passed', 'passed'))).toBe('passed');
  });

  it('says nothing for certain where nothing was asked', () => {
    expect(worstOf([])).toBe('indeterminate');
  });
});

describe('worstFirst', () => {
  it('puts failures before doubts and keeps the order within each', () => {
    const order = worstFirst(asked('passed', 'failed', 'indeterminate', 'failed')).map((one) => one.question);
    expect(order).toEqual(['1', '3', '2', '0']);
  });
});
