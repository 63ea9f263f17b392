import type { Folded } from '@sillok/decider';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';
import type { UnitData } from './unit.ts';

export interface DescriptionState {
  /** How often it was described. */
  readonly edition: number;
  readonly unit: UnitData | undefined;
}

export const initialState: DescriptionState = { edition: 0, unit: undefined };

export function evolve({ edition }: DescriptionState, event: Folded<UnitDescribed>): DescriptionState {
  return { edition: edition + 1, unit: event.data };
}
