import { z } from 'zod';

/** A ULID or a UUID. */
export const id = z.string().regex(/^[0-9A-Za-z-]{8,64}$/);

/** RFC 3339, UTC, milliseconds: `2026-12-31T15:30:00.000Z`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInCalendar, 'an instant of the calendar');

/** ISO 8601 calendar date: `2026-12-31`. */
export const civilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((date) => isInCalendar(`${date}T00:00:00.000Z`), 'a day of the calendar');

/** SHA-256 in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The address of an encrypted object: SHA-256 of its ciphertext. */
export const objectAddress = sha256.describe('The digest of an encrypted object');

/** A short code that people of the institution gave: `1741000`, `FIN-01`. */
export const code = z.string().regex(/^[0-9A-Za-z._-]{1,40}$/);

/** BCP 47; Serbian is written in two scripts and says in which. */
export const language = z.enum(['en', 'ko', 'lo', 'sr-Cyrl', 'sr-Latn']);
export type Language = z.infer<typeof language>;

/** A line of text for people. Its characters are judged by the fonts, not here. */
export const line = z.string().trim().min(1).max(300);

/** 30 February is no day, and 25 o'clock no hour. */
function isInCalendar(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}
