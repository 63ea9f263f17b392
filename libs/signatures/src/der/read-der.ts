import { SillokError } from '@sillok/kernel';
import { assertCanonicalPrimitive } from './canonical-primitives.ts';
import { ascending } from './octet-order.ts';

/** One value as it stands in the input: `bytes` is tag, length and content; `children` is empty for a primitive. */
export interface DerValue {
  readonly tag: number;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
  readonly children: readonly DerValue[];
}

const deepest = 48;
const setTag = 0x31;

/**
 * Reads one value and accepts DER alone (ITU-T X.690 §10 and §11): definite shortest lengths, canonical primitives,
 * sets in ascending order, nothing after the end. Throws DER_MALFORMED.
 */
export function readDer(bytes: Uint8Array): DerValue {
  const value = valueAt(bytes, 0, 0);
  if (value.bytes.length !== bytes.length) throw malformed('bytes follow the value');
  return value;
}

function valueAt(bytes: Uint8Array, start: number, depth: number): DerValue {
  const tag = bytes[start];
  if (tag === undefined || (tag & 0x1f) === 0x1f) throw malformed('a tag that no format here uses');
  if (depth > deepest) throw malformed('nested too deeply');
  const { length, from } = lengthAt(bytes, start + 1);
  const end = from + length;
  if (end > bytes.length) throw malformed('a length runs past the end');
  const content = bytes.subarray(from, end);
  const children = isConstructed(tag) ? childrenOf(content, depth) : [];
  if (!isConstructed(tag)) assertCanonicalPrimitive(tag, content);
  if (tag === setTag && !ascending(children.map((child) => child.bytes))) throw malformed('a set out of order');
  return { tag, bytes: bytes.subarray(start, end), content, children };
}

function isConstructed(tag: number): boolean {
  if ((tag & 0x20) === 0) return false;
  if (tag < 0x40 && tag !== 0x30 && tag !== setTag) throw malformed('a constructed string');
  return true;
}

function childrenOf(content: Uint8Array, depth: number): DerValue[] {
  const children: DerValue[] = [];
  let at = 0;
  while (at < content.length) {
    const child = valueAt(content, at, depth + 1);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

function lengthAt(bytes: Uint8Array, at: number): { length: number; from: number } {
  const first = bytes[at];
  if (first === undefined) throw malformed('no length');
  if (first < 0x80) return { length: first, from: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + count >= bytes.length) throw malformed('an indefinite or absurd length');
  let length = 0;
  for (const octet of bytes.subarray(at + 1, at + 1 + count)) length = length * 256 + octet;
  if (length < 0x80 || length < 256 ** (count - 1)) throw malformed('a length that is not the shortest');
  return { length, from: at + 1 + count };
}

function malformed(what: string): SillokError {
  return new SillokError('DER_MALFORMED', `not canonical DER: ${what}`);
}
