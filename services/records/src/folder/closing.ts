import type { CivilDate } from '@sillok/kernel';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
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

/** The last day of the folder's year; later where something came into it, or it was opened, only afterwards. */
export function dayOfClosing(
  pack: PolicyPack,
  folder: { readonly year: number; readonly openedOn: CivilDate; readonly lastFiledOn: CivilDate | undefined },
  today: CivilDate,
): CivilDate | undefined {
  const rule = inForce(pack.folderClosing, today);
  if (rule === undefined) return undefined;
  const days = [`${folder.year}-${rule.lastDay}`, folder.openedOn, folder.lastFiledOn ?? ''].toSorted();
  const last = days.at(-1) ?? '';
  return `${folder.year}-${rule.lastDay}` < today ? last : undefined;
}
