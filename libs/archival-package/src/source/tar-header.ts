import { textOf } from './tar-records.ts';

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** One header block of a tar (POSIX.1-1988 ustar); `end` for an empty block. */
export function tarHeader(block: Uint8Array): TarHeader | 'end' | 'damaged' {
  if (block.length < 512) return 'damaged';
  if (block.every((byte) => byte === 0)) return 'end';
  if (numberIn(block, 148, 8) !== checksum(block)) return 'damaged';
  const size = numberIn(block, 124, 12);
  if (!Number.isSafeInteger(size) || size < 0) return 'damaged';
  const isUstar = textOf(block.subarray(257, 262)) === 'ustar';
  const isGnu = textOf(block.subarray(257, 265)).startsWith('ustar ');
  const prefix = isUstar && !isGnu ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] ?? 0);
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type };
}

/** Octal digits; large ones of GNU are binary with the first bit set. */
function numberIn(block: Uint8Array, from: number, length: number): number {
  const field = block.subarray(from, from + length);
  const [first = 0] = field;
  if ((first & 0x80) === 0) {
    const digits = textOf(field).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  }
  return field.subarray(1).reduce((value, byte) => value * 256 + byte, first & 0x7f);
}

function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, place) => sum + (place >= 148 && place < 156 ? 0x20 : byte), 0);
}
