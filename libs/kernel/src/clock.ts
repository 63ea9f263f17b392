/** Where instants come from. Instants are RFC 3339 in UTC with milliseconds: `2026-12-31T15:30:00.000Z`. */
export interface Clock {
  now(): string;
}

/** Where fresh ids come from: 26 characters of Crockford base 32, ordered by time (ULID). */
export interface Ids {
  next(): string;
}

/** A clock for tests and stories: stands still until told. Throws a RangeError when told to go back. */
export function standingClock(start: string): Clock & { moveTo(instant: string): void } {
  let current = start;
  return {
    now: () => current,
    moveTo(instant) {
      if (instant < current) throw new RangeError(`the clock stands at ${current} and goes forward only`);
      current = instant;
    },
  };
}

/** Ids in a fixed order for tests: the counter in the last places. */
export function countingIds(prefix = '01HSEQ'): Ids {
  let count = 0;
  return {
    next() {
      count += 1;
      return prefix + String(count).padStart(26 - prefix.length, '0');
    },
  };
}
