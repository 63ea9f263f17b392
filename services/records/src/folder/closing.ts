import type { CivilDate } from '@sillok/kernel';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
import { yearOf } from './civil-arithmetic.ts';
import { expiryOf, longestOf, type Periods, retentionStart } from './retention.ts';

export interface ClosingLaw {
  readonly on: CivilDate;
  readonly start: CivilDate;
  readonly periods: Periods;
  readonly packDigest: string;
}

/** What the pack of the day of closing says about the folder's time; undefined where it says nothing. */
export function closingLaw(active: { pack: PolicyPack; digest: string }, on: CivilDate): ClosingLaw | undefined {
  const rule = inForce(active.pack.folderClosing, on);
  const periods = inForce(active.pack.retention, on);
  if (rule === undefined || periods === undefined) return undefined;
  return { on, start: retentionStart(on, rule), periods, packDigest: active.digest };
}

/** The longest of the unit task's period and what was asked for single documents; unknown ones count for nothing. */
export function retentionAtClosing({ start, periods }: ClosingLaw, own: string, asked: readonly string[]) {
  const longest = longestOf(periods, [own, ...asked]);
  return {
    retention: longest?.id ?? own,
    retentionStart: start,
    expiresOn: expiryOf(start, longest?.years ?? null),
  };
}

/** The newest year of folders whose last day is over. */
export function lastYearOver(pack: PolicyPack, today: CivilDate): number | undefined {
  const rule = inForce(pack.folderClosing, today);
  if (rule === undefined) return undefined;
  const year = yearOf(today);
  return `${year}-${rule.lastDay}` < today ? year : year - 1;
}

/**
 * The last day of the folder's year once it is over, or the day on which the last document came in after it. A folder
 * that was opened only afterwards has until the end of the year of its opening.
 */
export function dayOfClosing(
  pack: PolicyPack,
  folder: { readonly year: number; readonly openedOn: CivilDate; readonly lastFiledOn: CivilDate | undefined },
  today: CivilDate,
): CivilDate | undefined {
  const rule = inForce(pack.folderClosing, today);
  if (rule === undefined) return undefined;
  const { year, openedOn, lastFiledOn = '' } = folder;
  const lastDay = `${Math.max(year, yearOf(openedOn))}-${rule.lastDay}`;
  if (today <= lastDay) return undefined;
  return lastFiledOn > lastDay ? lastFiledOn : lastDay;
}
