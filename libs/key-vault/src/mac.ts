import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 (RFC 2104) in lower-case hex: proves to the ledger that the owner of the key wrote these bytes. */
export function macOf(key: Uint8Array, bytes: Uint8Array): string {
  return createHmac('sha256', key).update(bytes).digest('hex');
}

/** Compares in constant time, and by text: upper-case hex is another text. */
export function isMacOf(key: Uint8Array, bytes: Uint8Array, mac: string): boolean {
  const expected = Buffer.from(macOf(key, bytes));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
