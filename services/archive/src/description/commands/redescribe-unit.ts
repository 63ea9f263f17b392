import { canonicalJson, type Refusal, refuse } from '@sillok/kernel';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';
import type { DescriptionState } from '../state.ts';
import type { Unit, UnitData } from '../unit.ts';

/** An archivist says some of it anew; the rest stays as it was. */
export interface RedescribeUnit {
  readonly type: 'RedescribeUnit';
  readonly personId: string;
  readonly change: Partial<Pick<UnitData, 'disclosure' | 'dates'>>;
  /** The words as they will be. No decision looks at sealed words: whether the title is another one is said beside it. */
  readonly words: Pick<Unit, 'title' | 'creator'>;
  readonly isTitleChanged: boolean;
  /** How often the unit had been described when its words were read. */
  readonly edition: number;
}

export function redescribeUnit(command: RedescribeUnit, state: DescriptionState): readonly UnitDescribed[] | Refusal {
  const { change, edition, isTitleChanged, personId, words } = command;
  const { unit } = state;
  if (unit === undefined) return refuse('not-found', 'descriptionId');
  if (edition !== state.edition) return refuse('already-exists', 'edition', { edition: state.edition });
  const { disclosure = unit.disclosure, dates = unit.dates } = change;
  if (dates.from > dates.to) return refuse('input-invalid', 'dates');
  const isDisclosureChanged = !isSame(disclosure, unit.disclosure);
  // What stands above the items shows as much as is open of what it holds.
  if (isDisclosureChanged && unit.level !== 'item') return refuse('input-invalid', 'disclosure');
  if (!isDisclosureChanged && !isTitleChanged && isSame(dates, unit.dates)) return refuse('nothing-changed');
  const data = { ...unit, disclosure, dates, describedBy: personId };
  return [{ type: 'archive.UnitDescribed.v1', data, sealed: words }];
}

function isSame(left: UnitData['dates' | 'disclosure'], right: UnitData['dates' | 'disclosure']): boolean {
  return canonicalJson(left) === canonicalJson(right);
}
