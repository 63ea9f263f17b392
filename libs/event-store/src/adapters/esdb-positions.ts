import type { Position } from '../event-store.ts';

/** A place in the server's `$all`: where a record was committed and where it was prepared, in bytes of its log. */
export interface LogPlace {
  readonly commit: bigint;
  readonly prepare: bigint;
}

// Both are unsigned 64-bit numbers of at most 20 digits; at one width, text sorts as the places do.
const width = 20;
const form = /^\d{20}-\d{20}$/;

export function positionOf({ commit, prepare }: LogPlace): Position {
  const text = `${padded(commit)}-${padded(prepare)}`;
  if (!isPosition(text)) throw new RangeError(`${commit}/${prepare} is no place in a log`);
  return text;
}

/** The other way. Throws a RangeError for a position that this adapter did not make. */
export function placeOf(position: Position): LogPlace {
  if (!isPosition(position)) throw new RangeError(`"${position}" is no position of this log`);
  return { commit: BigInt(position.slice(0, width)), prepare: BigInt(position.slice(width + 1)) };
}

function padded(number: bigint): string {
  return String(number).padStart(width, '0');
}

function isPosition(text: string): text is Position {
  return form.test(text);
}
