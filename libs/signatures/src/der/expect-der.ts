import { SillokError } from '@sillok/kernel';
import type { DerValue } from './read-der.ts';

/** The children of a value that must have this tag. Throws DER_MALFORMED where it has another or is missing. */
export function expectTag(value: DerValue | undefined, tag: number, what: string): DerValue {
  if (value === undefined || value.tag !== tag) throw new SillokError('DER_MALFORMED', `${what} was expected`);
  return value;
}

export function expectSequence(value: DerValue | undefined, what: string): readonly DerValue[] {
  return expectTag(value, 0x30, what).children;
}

export function expectSet(value: DerValue | undefined, what: string): readonly DerValue[] {
  return expectTag(value, 0x31, what).children;
}

export function expectEnd(children: readonly DerValue[], count: number, what: string): void {
  if (children.length !== count) throw new SillokError('DER_MALFORMED', `${what} has ${children.length} parts`);
}

/** The octets of a BIT STRING that fills them: a signature has no unused bits. */
export function expectWholeBits(value: DerValue | undefined, what: string): Uint8Array {
  const { content } = expectTag(value, 0x03, what);
  if (content[0] !== 0) throw new SillokError('DER_MALFORMED', `${what} has unused bits`);
  return content.subarray(1);
}
