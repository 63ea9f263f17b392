import { describe, expect, test } from 'vitest';
import { isMacOf, macOf } from './mac.ts';

const bytes = new TextEncoder().encode('what do ya want for nothing?');
const key = new TextEncoder().encode('Jefe');
const known = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';

describe('the MAC of an append', () => {
  test('is HMAC-SHA-256 (RFC 4231 §4.3)', () => {
    expect(macOf(key, bytes)).toBe(known);
  });

  test('is recognised for these bytes under this key only', () => {
    expect(isMacOf(key, bytes, known)).toBe(true);
    expect(isMacOf(key, bytes.subarray(1), known)).toBe(false);
    expect(isMacOf(bytes, bytes, known)).toBe(false);
    for (const other of ['', known.slice(2), known.toUpperCase(), `${known}00`]) {
      expect(isMacOf(key, bytes, other)).toBe(false);
    }
  });
});
