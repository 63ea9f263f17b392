import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';
import { type DescribeUnit, describeUnit } from './commands/describe-unit.ts';
import { type RedescribeUnit, redescribeUnit } from './commands/redescribe-unit.ts';
import { type DescriptionState, evolve, initialState } from './state.ts';

export type DescriptionCommand = DescribeUnit | RedescribeUnit;

export function decide(command: DescriptionCommand, state: DescriptionState): readonly UnitDescribed[] | Refusal {
  switch (command.type) {
    case 'DescribeUnit':
      return describeUnit(command, state);
    case 'RedescribeUnit':
      return redescribeUnit(command, state);
  }
}

export const descriptionDecider = { initialState, decide, evolve } satisfies Decider<
  DescriptionCommand,
  UnitDescribed,
  DescriptionState
>;

export function descriptionStream(descriptionId: string): string {
  return `description-${descriptionId}`;
}
