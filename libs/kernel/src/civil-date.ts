/** A day of the calendar without time or zone: `2026-12-31` (ISO 8601). */
export type CivilDate = string;

/**
 * The civil date of an instant where the institution is: `civilDate('2026-12-31T15:30:00.000Z', 'Asia/Seoul')`
 * is `2027-01-01`. Legal years and periods are counted on civil dates, never on UTC.
 * Throws a RangeError for an unknown zone or a text that is no instant.
 */
export function civilDate(instant: string, timeZone: string): CivilDate {
  if (!isInstant(instant)) throw new RangeError(`"${instant}" is no instant`);
  const parts = formatterOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The civil year of an instant, as a number. */
export function civilYear(instant: string, timeZone: string): number {
  return Number(civilDate(instant, timeZone).slice(0, 4));
}

// `Date` also reads texts without a zone, as the time of wherever the process runs, and rolls 30 February over.
function isInstant(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  return day !== undefined && new Date(`${day}T00:00:00.000Z`).toISOString().startsWith(day);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}
