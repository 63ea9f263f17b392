import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PackageStore } from '@sillok/object-store';
import { beforeEach, describe, expect, test } from 'vitest';

const name = '2045-0001-0a1b2c3d.zip';
const bytes = new TextEncoder().encode('a package');

/** What every adapter of the package store keeps. `make` answers an empty store. */
export function describePackageStore(title: string, make: () => Promise<PackageStore>): void {
  describe(`${title} as a package store`, () => {
    let store: PackageStore;
    beforeEach(async () => {
      store = await make();
    });

    test('gives back what was put under its name', async () => {
      expect(await store.has(name)).toBe(false);
      await store.put(name, bytes);
      expect(await store.has(name)).toBe(true);
      expect(await store.get(name)).toEqual(bytes);
    });

    test('takes the same package again, also at once, and no other under its name', async () => {
      await Promise.all(Array.from({ length: 4 }, () => store.put(name, bytes)));
      await expect(store.put(name, Uint8Array.of(1))).rejects.toMatchObject({ code: 'already-exists' });
      expect(await store.get(name)).toEqual(bytes);
    });

    test('is not changed by what a caller does to its bytes', async () => {
      const mine = bytes.slice();
      await store.put(name, mine);
      mine.fill(0);
      (await store.get(name)).fill(0);
      expect(await store.get(name)).toEqual(bytes);
    });

    test('says where single files of a package are to be read', async () => {
      await store.put(name, bytes);
      const place = await store.placeOf(name);
      expect(typeof place === 'string' ? new Uint8Array(await readFile(place)) : place.bytes).toEqual(bytes);
      expect(typeof place === 'string' ? basename(place) : place.name).toBe(name);
    });

    test('refuses what it does not have', async () => {
      await expect(store.placeOf('2045-0002.zip')).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
      await expect(store.get('2045-0002.zip')).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
    });

    test.each(['../climbs.zip', 'a/b.zip', 'a\\b.zip', '.hidden', '', 'a b.zip', 'é.zip', `${'a'.repeat(201)}`])(
      'refuses %j as a name',
      async (bad) => {
        for (const ask of [
          () => store.put(bad, bytes),
          () => store.get(bad),
          () => store.has(bad),
          () => store.placeOf(bad),
        ])
          await expect(ask()).rejects.toMatchObject({ code: 'file-name-unsafe' });
      },
    );
  });
}
