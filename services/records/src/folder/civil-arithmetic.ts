import type { CivilDate } from '@sillok/kernel';

/** The same day some years later; 29 February becomes 1 March where there is none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return dateOf(year + years, month, day);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  const { year, month, day } = partsOf(date);
  return dateOf(year, month, day + days);
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

function partsOf(date: CivilDate) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

function dateOf(year: number, month: number, day: number): CivilDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
