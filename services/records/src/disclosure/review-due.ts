import type { CivilDate } from '@sillok/kernel';
import type { PolicyPack } from '@sillok/schemas/policies/policy-pack';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import { addYears, yearOf } from '../folder/civil-arithmetic.ts';

type ReviewRule = PolicyPack['disclosureReview'][number]['rule'];

/**
 * The first day on which a record that is not open is looked at again: the years count from the 1 January after it was
 * last classed (ACT 35②). Null for what is open, or where the pack asks for none.
 */
export function reviewDueOn(
  { everyYears, later }: ReviewRule,
  { class: name, grounds }: Disclosure,
  classedOn: CivilDate,
): CivilDate | null {
  if (name === 'open' || everyYears === null) return null;
  // One ground that is not put off is enough to be looked at.
  const waits = grounds.map((ground) => later.find((one) => one.ground === ground)?.years ?? everyYears);
  const years = waits.length === 0 ? everyYears : Math.min(...waits);
  return addYears(`${yearOf(classedOn) + 1}-01-01`, years);
}
