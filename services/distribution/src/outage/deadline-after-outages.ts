import type { CivilDate } from '@sillok/kernel';

export interface Deadline {
  readonly dueOn: CivilDate;
  /** When the sender's own system sent it. */
  readonly sentOn: CivilDate;
}

/** The first and the last day on which nothing could come in; an outage of an hour has one day. */
export interface DaysOfOutage {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/**
 * Until when the sender had time (전자정부법 28③). Who sent in time and did not arrive because our system was down on
 * that day has until the day after the fault was removed, which may be the day of another outage. Days are those of
 * the institution, and no day of rest moves them. For everybody else the deadline is what it was.
 */
export function deadlineAfterOutages({ dueOn, sentOn }: Deadline, outages: readonly DaysOfOutage[]): CivilDate {
  if (sentOn > dueOn) return dueOn;
  const ends = outages.filter(({ from, until }) => from <= dueOn && dueOn <= until).map(({ until }) => until);
  const last = ends.sort().at(-1);
  return last === undefined ? dueOn : deadlineAfterOutages({ dueOn: dayAfter(last), sentOn }, outages);
}

function dayAfter(date: CivilDate): CivilDate {
  const next = new Date(`${date}T00:00:00.000Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
