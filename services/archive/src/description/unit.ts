import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';

export type UnitData = UnitDescribed['data'];
export type Level = UnitData['level'];

/** A unit of description with its words, which are sealed in the log. */
export interface Unit {
  readonly data: UnitData;
  readonly title: string;
  readonly creator: string;
}

/** From the top down (ISAD(G) 3.1.4); each stands right under the one before. */
export const levels = ['fonds', 'series', 'file', 'item'] as const satisfies readonly Level[];

export function levelAbove(level: Level): Level | undefined {
  return levels[levels.indexOf(level) - 1];
}

/** From the first of these days to the last. */
export function spanOf(days: readonly string[]): UnitData['dates'] {
  const sorted = [...days].sort();
  const [from = ''] = sorted;
  return { from, to: sorted.at(-1) ?? from };
}
