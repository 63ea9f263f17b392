import { type Refusal, refuse } from '@sillok/kernel';
import type { UnitDescribed } from '@sillok/schemas/events/archive/unit-described';
import type { DescriptionState } from '../state.ts';
import { type Level, levelAbove, type Unit, type UnitData } from '../unit.ts';

/** Says all of a unit, the first time or anew. Who says it anew starts from what was said last, or is refused. */
export interface DescribeUnit {
  readonly type: 'DescribeUnit';
  readonly unit: Unit;
  /** Of the unit right above; none of a fonds. */
  readonly parentLevel: Level | undefined;
  /** How often the unit had been described in what this starts from. */
  readonly edition: number;
}

export function describeUnit(
  { unit, parentLevel, edition }: DescribeUnit,
  state: DescriptionState,
): readonly UnitDescribed[] | Refusal {
  const { data, title, creator } = unit;
  if (edition !== state.edition) return refuse('already-exists', 'edition', { edition: state.edition });
  if (parentLevel !== levelAbove(data.level) || (data.parentId === null) !== (parentLevel === undefined))
    return refuse('input-invalid', 'parentId');
  if (data.dates.from > data.dates.to) return refuse('input-invalid', 'dates');
  if (isAnother(data, state.unit)) return refuse('already-exists', 'descriptionId');
  return [{ type: 'archive.UnitDescribed.v1', data, sealed: { title, creator } }];
}

const fixed = ['descriptionId', 'parentId', 'level', 'referenceCode', 'creatorId', 'documentId'] as const;

/** Where it stands, what it is called and whose it is never change. */
function isAnother(data: UnitData, before: UnitData | undefined): boolean {
  return before !== undefined && fixed.some((field) => data[field] !== before[field]);
}
