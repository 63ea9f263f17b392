import type { KeyName, KeyVault } from '@sillok/key-vault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const name: KeyName = 'content:01HDOCUMENT';

/** What every adapter of the key vault keeps. `make` answers an empty vault. */
export function describeKeyVault(adapter: string, make: () => Promise<KeyVault>): void {
  describe(`${adapter} as a key vault`, () => {
    let vault: KeyVault;
    beforeEach(async () => {
      vault = await make();
    });
    afterEach(async () => {
      await vault.close();
    });

    test('makes a key of 32 bytes at first use and gives the same one ever after', async () => {
      const key = await vault.keyFor(name);
      expect(key.length).toBe(32);
      expect(await vault.keyFor(name)).toEqual(key);
      expect(await vault.find(name)).toEqual(key);
    });

    test('makes another key for another name', async () => {
      expect(await vault.keyFor('entry:01HDOCUMENT')).not.toEqual(await vault.keyFor(name));
    });

    test('gives one key to all who ask at once', async () => {
      const keys = await Promise.all(Array.from({ length: 16 }, () => vault.keyFor(name)));
      expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    });

    test('makes nothing when only asked whether there is a key', async () => {
      expect(await vault.find(name)).toBeUndefined();
      expect(await vault.find(name)).toBeUndefined();
    });

    test('is not changed by what a caller does to a key', async () => {
      const key = await vault.keyFor(name);
      const kept = key.slice();
      key.fill(0);
      expect(await vault.keyFor(name)).toEqual(kept);
    });

    test('has no key after its destruction and never uses the name again', async () => {
      await vault.keyFor(name);
      await vault.destroy(name);
      expect(await vault.find(name)).toBeUndefined();
      await expect(vault.keyFor(name)).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
      await vault.destroy(name);
      await expect(vault.keyFor(name)).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
    });

    test('uses up the name of a key that was destroyed before it was made', async () => {
      await vault.destroy(name);
      await expect(vault.keyFor(name)).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
    });

    test('may be closed twice', async () => {
      await vault.keyFor(name);
      await vault.close();
      await expect(vault.close()).resolves.toBeUndefined();
    });

    test('leaves the other keys alone', async () => {
      const other = await vault.keyFor('person:01HPERSON');
      await vault.keyFor(name);
      await vault.destroy(name);
      expect(await vault.find('person:01HPERSON')).toEqual(other);
    });

    test('settles a destruction during the making of the key', async () => {
      const making = vault.keyFor(name).catch((error: unknown) => error);
      await vault.destroy(name);
      await making;
      expect(await vault.find(name)).toBeUndefined();
      await expect(vault.keyFor(name)).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
    });
  });
}
