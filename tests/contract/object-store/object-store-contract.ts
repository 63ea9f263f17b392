import { addressOf, type ObjectStore } from '@sillok/object-store';
import { beforeEach, describe, expect, test } from 'vitest';

const bytes = new TextEncoder().encode('what the store holds');
const absent = 'a'.repeat(64);

/** What every adapter of the object store keeps. `make` answers an empty store. */
export function describeObjectStore(name: string, make: () => Promise<ObjectStore>): void {
  describe(`${name} as an object store`, () => {
    let store: ObjectStore;
    beforeEach(async () => {
      store = await make();
    });

    describeContent(() => store);
    describeTerms(() => store);
  });
}

async function listed(store: ObjectStore): Promise<readonly string[]> {
  const addresses: string[] = [];
  for await (const address of store.list()) addresses.push(address);
  return addresses.sort();
}

function describeContent(store: () => ObjectStore): void {
  test('gives back what was put, under the SHA-256 of the bytes', async () => {
    const address = await store().put(bytes);
    expect(address).toBe(addressOf(bytes));
    expect(await store().get(address)).toEqual(bytes);
    expect(await store().has(address)).toBe(true);
  });

  test('keeps an empty object and one of a mebibyte', async () => {
    for (const each of [new Uint8Array(0), new Uint8Array(1024 * 1024).fill(7)]) {
      expect(await store().get(await store().put(each))).toEqual(each);
    }
  });

  test('answers the same address for the same bytes, also at once', async () => {
    const addresses = await Promise.all(Array.from({ length: 8 }, () => store().put(bytes)));
    expect(new Set(addresses)).toEqual(new Set([addressOf(bytes)]));
    expect(await listed(store())).toEqual([addressOf(bytes)]);
  });

  test('is not changed by what a caller does to its bytes', async () => {
    const mine = bytes.slice();
    const address = await store().put(mine);
    mine.fill(0);
    (await store().get(address)).fill(0);
    expect(await store().get(address)).toEqual(bytes);
  });

  test('refuses what it does not have', async () => {
    for (const address of [absent, '../../etc/passwd', '']) {
      await expect(store().get(address)).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
      expect(await store().has(address)).toBe(false);
    }
  });

  test('lists every object once', async () => {
    const addresses = await Promise.all(Array.from({ length: 20 }, (_, index) => store().put(Uint8Array.of(index))));
    expect(await listed(store())).toEqual([...addresses].sort());
  });
}

function describeTerms(store: () => ObjectStore): void {
  test('removes, and finds it no error to remove again', async () => {
    const address = await store().put(bytes);
    await store().remove(address, '2026-01-01');
    await store().remove(address, '2026-01-01');
    await store().remove('../nothing', '2026-01-01');
    expect(await store().has(address)).toBe(false);
    expect(await listed(store())).toEqual([]);
  });

  test('has the object when it is put again during its removal', async () => {
    const address = await store().put(bytes);
    await Promise.all([store().remove(address, '2026-01-01'), store().put(bytes)]);
    expect(await store().get(address)).toEqual(bytes);
  });

  test('refuses a removal before the date, and allows it on the date', async () => {
    const address = await store().put(bytes);
    await store().retain(address, '2036-01-01');
    await expect(store().remove(address, '2035-12-31')).rejects.toMatchObject({ code: 'OBJECT_RETAINED' });
    expect(await store().get(address)).toEqual(bytes);
    await store().remove(address, '2036-01-01');
    expect(await store().has(address)).toBe(false);
  });

  test('lengthens a retention and never shortens it', async () => {
    const address = await store().put(bytes);
    await store().retain(address, '2036-01-01');
    await store().retain(address, '2041-01-01');
    await expect(store().retain(address, '2040-12-31')).rejects.toMatchObject({ code: 'OBJECT_RETAINED' });
    await expect(store().remove(address, '2036-01-01')).rejects.toMatchObject({ code: 'OBJECT_RETAINED' });
  });

  test('refuses a removal while a hold lasts, whatever the date', async () => {
    const address = await store().put(bytes);
    await store().hold(address, true);
    await expect(store().remove(address, '2999-01-01')).rejects.toMatchObject({ code: 'OBJECT_HELD' });
    await store().hold(address, false);
    await store().remove(address, '2026-01-01');
    expect(await store().has(address)).toBe(false);
  });

  test('keeps hold and retention when the same bytes are put again', async () => {
    const address = await store().put(bytes);
    await Promise.all([store().hold(address, true), store().retain(address, '2036-01-01')]);
    await store().put(bytes);
    await expect(store().remove(address, '2999-01-01')).rejects.toMatchObject({ code: 'OBJECT_HELD' });
    await store().hold(address, false);
    await expect(store().remove(address, '2030-01-01')).rejects.toMatchObject({ code: 'OBJECT_RETAINED' });
  });

  test('refuses terms for what is not there', async () => {
    await expect(store().retain(absent, '2036-01-01')).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
    await expect(store().hold('../nothing', true)).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
  });

  test('refuses a date that no calendar has', async () => {
    const address = await store().put(bytes);
    for (const date of ['2036-02-30', '2036', 'tomorrow']) {
      await expect(store().retain(address, date)).rejects.toThrow(RangeError);
      await expect(store().remove(address, date)).rejects.toThrow(RangeError);
    }
  });
}
