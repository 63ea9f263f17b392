import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { institutionKeyOf } from './institution-key.ts';

const institutionKey = institutionKeyOf(new Uint8Array(randomBytes(32)));
const bytes = new Uint8Array(randomBytes(32));
const failed = { code: 'KEY_UNWRAP_FAILED' };

describe('the key of an institution', () => {
  test('unwraps what it wrapped', async () => {
    const wrapped = await institutionKey.wrap(bytes, 'content:01H');
    expect(wrapped.length).toBe(9 + 12 + 32 + 16);
    expect(await institutionKey.unwrap(wrapped, 'content:01H')).toEqual(bytes);
  });

  test('refuses another context and another key', async () => {
    const wrapped = await institutionKey.wrap(bytes, 'content:01H');
    await expect(institutionKey.unwrap(wrapped, 'content:01J')).rejects.toMatchObject(failed);
    const other = institutionKeyOf(new Uint8Array(randomBytes(32)));
    await expect(other.unwrap(wrapped, 'content:01H')).rejects.toMatchObject(failed);
  });

  test('refuses every flipped bit and every truncation', async () => {
    const wrapped = await institutionKey.wrap(bytes, 'content:01H');
    await fc.assert(
      fc.asyncProperty(fc.nat(wrapped.length - 1), fc.nat(7), async (at, bit) => {
        const changed = wrapped.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(institutionKey.unwrap(changed, 'content:01H')).rejects.toMatchObject(failed);
        await expect(institutionKey.unwrap(wrapped.subarray(0, at), 'content:01H')).rejects.toMatchObject(failed);
      }),
    );
  });

  test('has 32 bytes', () => {
    expect(() => institutionKeyOf(new Uint8Array(31))).toThrow(RangeError);
  });
});
