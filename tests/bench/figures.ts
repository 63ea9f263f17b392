import type { Comparison } from './benchmark.ts';
import { type Ratios, spreadOf } from './rounds.ts';

/** A comparison with what came out of it. */
export interface Figure extends Comparison {
  readonly ratios: Ratios;
}

/** One line for people: a ratio, never a time. */
export function figureLine({ subject, peer, ratios, ...rest }: Figure): string {
  const { median, least, most, rounds } = ratios;
  const range = `${inWords(least)} to ${inWords(most)}, ${rounds} rounds`;
  return `  ${inWords(median).padStart(6)}  ${subject} / ${peer} (${range}); ${verdictOf({ ...rest, ratios })}`;
}

/** `asked 0.70: reached`, `asked 0.70: MISSED`, or `reported`. */
export function verdictOf({ atLeast, ratios }: Pick<Figure, 'atLeast' | 'ratios'>): string {
  if (atLeast === undefined) return 'reported';
  return `asked ${inWords(atLeast)}: ${ratios.median >= atLeast ? 'reached' : 'MISSED'}`;
}

export function isMissed({ atLeast, ratios }: Figure): boolean {
  return atLeast !== undefined && ratios.median < atLeast;
}

export function widestSpread(figures: readonly Figure[]): number {
  return Math.max(0, ...figures.map(({ ratios }) => spreadOf(ratios)));
}

/** Two digits that mean something: `0.67`, `0.054`, `23`. */
export function inWords(ratio: number): string {
  if (ratio >= 10) return ratio.toFixed(0);
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2);
}
