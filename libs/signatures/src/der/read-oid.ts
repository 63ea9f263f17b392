import { SillokError } from '@sillok/kernel';
import type { DerValue } from './read-der.ts';

/** The dotted form of an OBJECT IDENTIFIER. Throws DER_MALFORMED for another type. */
export function readOid(value: DerValue | undefined): string {
  if (value?.tag !== 0x06) throw new SillokError('DER_MALFORMED', 'an object identifier was expected');
  const numbers: number[] = [];
  let current = 0;
  for (const octet of value.content) {
    current = current * 128 + (octet & 0x7f);
    if (octet < 0x80) {
      numbers.push(current);
      current = 0;
    }
  }
  const [head = 0, ...rest] = numbers;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}
