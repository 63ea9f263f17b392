import { SillokError } from '@sillok/kernel';
import type { ObjectAddress } from './object-store.ts';

/** What keeps an object from being removed: a civil date (`2036-01-01`), a hold, or both. */
export interface Terms {
  readonly until?: string;
  readonly held: boolean;
}

export const noTerms: Terms = { held: false };

/** Throws OBJECT_RETAINED where `until` is earlier than what was promised, a RangeError where it is no civil date. */
export function retainedUntil(terms: Terms, until: string, address: ObjectAddress): Terms {
  if (!isCivilDate(until)) throw new RangeError(`${until} is no civil date`);
  if (terms.until !== undefined && until < terms.until) {
    throw new SillokError('OBJECT_RETAINED', `object ${address} is retained until ${terms.until}, never shorter`, {
      details: { address, until: terms.until },
    });
  }
  return { ...terms, until };
}

/** Throws OBJECT_HELD or OBJECT_RETAINED while the terms forbid a removal on this day. */
export function assertRemovable(terms: Terms, today: string, address: ObjectAddress): void {
  if (!isCivilDate(today)) throw new RangeError(`${today} is no civil date`);
  if (terms.held) throw new SillokError('OBJECT_HELD', `object ${address} is on hold`, { details: { address } });
  if (terms.until !== undefined && today < terms.until) {
    throw new SillokError('OBJECT_RETAINED', `object ${address} is retained until ${terms.until}`, {
      details: { address, until: terms.until },
    });
  }
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
