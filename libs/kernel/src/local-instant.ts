/**
 * The same instant as the clocks of a place showed it, with its offset (RFC 3339): `2026-12-31T15:30:00.000Z` in
 * Asia/Seoul is `2027-01-01T00:30:00.000+09:00`. Throws a RangeError for an unknown zone or a text that is no instant.
 */
export function localInstant(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at) || !/(?:Z|[+-]\d{2}:\d{2})$/.test(instant)) throw new RangeError(`"${instant}" is no instant`);
  const offset = offsetAt(at, timeZone);
  if (offset === undefined) return new Date(at).toISOString();
  return new Date(at + offset.minutes * 60_000).toISOString().replace('Z', offset.text);
}

/** Undefined for UTC. */
function offsetAt(at: number, timeZone: string): { readonly minutes: number; readonly text: string } | undefined {
  const name = formatterOf(timeZone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  if (sign === undefined || hours === undefined || minutes === undefined) return undefined;
  if (hours === '00' && minutes === '00') return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  return { minutes: sign === '-' ? -total : total, text: `${sign}${hours}:${minutes}` };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, made);
  return made;
}
