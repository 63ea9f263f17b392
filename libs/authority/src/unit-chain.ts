import type { CivilDate } from '@sillok/kernel';
import type { Appointment, DirectoryState, Unit } from './directory-state.ts';
import { isInForce } from './in-force.ts';

/** The unit and the units above it, nearest first. A loop in the directory ends the walk. */
export function unitChain(state: DirectoryState, unitId: string): readonly Unit[] {
  const chain: Unit[] = [];
  for (let unit = state.units.get(unitId); unit !== undefined && !chain.includes(unit); ) {
    chain.push(unit);
    unit = unit.parentId === undefined ? undefined : state.units.get(unit.parentId);
  }
  return chain;
}

/** Whoever decides at a level for a unit: the holder in the nearest unit upwards. */
export function holderOf(state: DirectoryState, unitId: string, level: string, on: CivilDate): Appointment | undefined {
  for (const unit of unitChain(state, unitId)) {
    const holder = postsIn(state, unit.unitId, on).find((post) => post.level === level);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** The post with the highest level in a unit. `levels` from the top down. */
export function headOf(
  state: DirectoryState,
  unitId: string,
  levels: readonly string[],
  on: CivilDate,
): Appointment | undefined {
  const posts = postsIn(state, unitId, on);
  return levels.map((level) => posts.find((post) => post.level === level)).find((post) => post !== undefined);
}

function postsIn(state: DirectoryState, unitId: string, on: CivilDate): readonly Appointment[] {
  return [...state.appointments.values()].filter((post) => post.unitId === unitId && isInForce(post, on));
}
