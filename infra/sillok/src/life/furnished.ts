import type { InstitutionPlan, UnitTaskPlan } from '@sillok/small-country';
import type { StoryClient } from './story-client.ts';

/** An institution as its people reach it. */
export interface Furnished {
  readonly plan: InstitutionPlan;
  readonly client: StoryClient;
  /** The folder of the year by the id of its unit task. */
  readonly folders: ReadonlyMap<string, string>;
}

export type FurnishedCountry = ReadonlyMap<string, Furnished>;

/** Who keeps the folders of the task's unit. */
export function keeperOf(plan: InstitutionPlan, task: UnitTaskPlan): string | undefined {
  return plan.people.find(({ unit, roles = [] }) => unit === task.unit && roles.includes(keeper))?.id;
}

const keeper = 'departmental-records-officer';
