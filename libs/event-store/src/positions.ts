import type { Position } from './event-store.ts';

/** Below 0 where `left` was appended before `right`, 0 for the same place. Only for positions of one log. */
export function comparePositions(left: Position, right: Position): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

// Every number that JavaScript counts exactly has at most 16 digits; at one width, text sorts as the numbers do.
const width = 16;

/** For adapters that count their events from 1. */
export function positionAt(ordinal: number): Position {
  const text = String(ordinal).padStart(width, '0');
  if (!isCounted(text)) throw new RangeError(`${ordinal} is no place in a log`);
  return text;
}

/** The other way, 0 for "before the first event". Throws a RangeError for a position that no such adapter made. */
export function ordinalOf(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (!isCounted(position)) throw new RangeError(`"${position}" is no position of this log`);
  return Number(position);
}

function isCounted(text: string): text is Position {
  return text.length === width && /^\d+$/.test(text);
}
