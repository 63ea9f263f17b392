import { SillokError } from '@sillok/kernel';
import type { PreparedSeal } from './prepare-seal.ts';

/**
 * The file with the CMS (DER) in its place: lower-case hexadecimal, zeros behind it, so that every byte which no
 * digest covers has one allowed value. Throws PDF_CONTENTS_TOO_SMALL; the room never grows after hashing.
 */
export function embedSignature(prepared: Pick<PreparedSeal, 'bytes' | 'byteRange'>, cms: Uint8Array): Uint8Array {
  const [, start, end] = prepared.byteRange;
  const digits = end - start - 2;
  const hex = Buffer.from(cms).toString('hex');
  if (hex.length > digits) {
    const details = { room: digits / 2, needed: cms.length };
    throw new SillokError('PDF_CONTENTS_TOO_SMALL', 'the signature is larger than the room kept for it', { details });
  }
  const bytes = Buffer.from(prepared.bytes);
  bytes.write(hex.padEnd(digits, '0'), start + 1, 'latin1');
  return bytes;
}
