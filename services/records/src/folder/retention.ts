import type { CivilDate } from '@sillok/kernel';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
import { addDays, addYears, yearOf } from './civil-arithmetic.ts';

type Rule<List extends keyof PolicyPack> = PolicyPack[List] extends readonly { rule: infer One }[] ? One : never;
export type Periods = Rule<'retention'>;

/** The day from which on a closed folder's years are counted. */
export function retentionStart(closedOn: CivilDate, { startsOn }: Rule<'folderClosing'>): CivilDate {
  return startsOn === 'next-day' ? addDays(closedOn, 1) : `${yearOf(closedOn) + 1}-01-01`;
}

/** The last day of keeping: start + years − 1 day; null for what is kept without a counted end. */
export function expiryOf(start: CivilDate, years: number | null): CivilDate | null {
  return years === null ? null : addDays(addYears(start, years), -1);
}

/** The period that keeps longest, of those that the pack knows. */
export function longestOf(periods: Periods, ids: readonly string[]): Periods[number] | undefined {
  return periods.find((period) => ids.includes(period.id));
}

export function isLonger(periods: Periods, id: string, than: string): boolean {
  const place = (one: string) => periods.findIndex((period) => period.id === one);
  return place(id) >= 0 && place(id) < place(than);
}

export interface TransferDue {
  /** The last day on which the records centre has to have it. */
  readonly recordsCentreBy: CivilDate;
  /** The year in which it goes to the archives, for what is kept long enough. */
  readonly archivesIn: number | null;
}

/** As the law of one day says; undefined before its first rule. */
export function transferDue(
  rules: PolicyPack['transfer'],
  { start, years }: { readonly start: CivilDate; readonly years: number | null },
  on: CivilDate,
): TransferDue | undefined {
  const rule = inForce(rules, on);
  if (rule === undefined) return undefined;
  const { spared } = rule;
  const isSpared = spared !== undefined && addYears(start, rule.toArchivesYears) <= spared.passedBy;
  const toArchives = isSpared ? spared.toArchivesYears : rule.toArchivesYears;
  return {
    recordsCentreBy: addDays(addYears(start, rule.toRecordsCentreYears), -1),
    archivesIn: years === null || years >= rule.archivesFromYears ? yearOf(start) + toArchives : null,
  };
}
