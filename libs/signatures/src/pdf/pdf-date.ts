import { malformed } from './malformed.ts';

/** An instant (RFC 3339, UTC) as a PDF date to the second: `D:20261231153000Z` (ISO 32000-1 §7.9.4). */
export function pdfDate(instant: string): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant) ?? [];
  if (second === undefined) throw malformed(`'${instant}' is no instant in UTC`);
  return `D:${year}${month}${day}${hour}${minute}${second}Z`;
}

/** The instant that a PDF date names, in UTC to the millisecond; undefined where it names none. */
export function instantOf(date: string): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'00'?)?|([+-]\d\d)'(\d\d)'?)$/.exec(date);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, offsetHours, offsetMinutes] = match;
  const offset = offsetHours === undefined ? 'Z' : `${offsetHours}:${offsetMinutes}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000${offset}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
