import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decryptObject, encryptObject } from './encryption.ts';

const key = new Uint8Array(randomBytes(32));
const chunk = 64 * 1024;
const sealedChunk = chunk + 16;
const header = 49;
const damaged = expect.objectContaining({ code: 'OBJECT_DAMAGED' });

function plaintextOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index % 251);
}

function expectDamaged(ciphertext: Uint8Array, under = key): void {
  expect(() => decryptObject(under, ciphertext)).toThrow(damaged);
}

describe('the encryption of objects', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('gives %i bytes back', (length) => {
    const plaintext = plaintextOf(length);
    const ciphertext = encryptObject(key, plaintext);
    expect(decryptObject(key, ciphertext)).toEqual(plaintext);
    expect(ciphertext.length).toBe(header + length + 16 * Math.max(1, Math.ceil(length / chunk)));
  });

  test('makes two objects of the same content', () => {
    expect(encryptObject(key, plaintextOf(10))).not.toEqual(encryptObject(key, plaintextOf(10)));
  });

  test('refuses another key by the commitment', () => {
    const ciphertext = encryptObject(key, plaintextOf(10));
    expectDamaged(ciphertext, new Uint8Array(randomBytes(32)));
  });

  test('refuses a key that has not 32 bytes', () => {
    expect(() => encryptObject(key.subarray(1), plaintextOf(1))).toThrow(RangeError);
  });

  test('detects a truncation at every border', () => {
    const ciphertext = encryptObject(key, plaintextOf(3 * chunk));
    const cuts = [0, 1, header - 1, header, header + 15, header + 16, header + sealedChunk, header + 2 * sealedChunk];
    for (const cut of [...cuts, header + 2 * sealedChunk + 16, ciphertext.length - 1]) {
      expectDamaged(ciphertext.subarray(0, cut));
    }
  });

  test('detects chunks in another order, repeated, left out or added', () => {
    const ciphertext = encryptObject(key, plaintextOf(4 * chunk));
    const head = ciphertext.subarray(0, header);
    const parts = [0, 1, 2, 3].map((index) =>
      ciphertext.subarray(header + index * sealedChunk, header + (index + 1) * sealedChunk),
    );
    for (const order of [[1, 0, 2, 3], [0, 1, 1, 2, 3], [0, 2, 3], [0, 1, 2, 3, 3], [3]]) {
      expectDamaged(new Uint8Array(Buffer.concat([head, ...order.map((index) => parts[index] ?? head)])));
    }
  });

  test('detects chunks of another object under the same key', () => {
    const one = encryptObject(key, plaintextOf(chunk));
    const other = encryptObject(key, plaintextOf(chunk));
    expectDamaged(new Uint8Array(Buffer.concat([one.subarray(0, header), other.subarray(header)])));
  });

  test('detects any flipped bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
        const ciphertext = encryptObject(key, plain);
        const place = at % ciphertext.length;
        ciphertext[place] = (ciphertext[place] ?? 0) ^ (1 << bit);
        expectDamaged(ciphertext);
      }),
    );
  });
});
