import { malformed } from './malformed.ts';

/** A place in the file; `text` holds one character a byte (Latin-1). */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many values may still be read: shared by all cursors of one file, so that small tokens can't fill the memory. */
  readonly budget: { values: number };
}

const white = /[\0\t\n\f\r ]*/y;

export function skipWhite(cursor: Cursor): void {
  take(cursor, white);
}

/** Takes a sticky pattern at the cursor and moves behind it; undefined where it does not match. */
export function take(cursor: Pick<Cursor, 'text' | 'at'>, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  cursor.at = pattern.lastIndex;
  return match;
}

export function spend(cursor: Cursor): void {
  cursor.budget.values -= 1;
  if (cursor.budget.values < 0) throw malformed('too many values', cursor.at);
}
