import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf } from '@sillok/object-store';
import { fileObjectStore } from '@sillok/object-store/files';
import { afterAll, describe, expect, test } from 'vitest';
import { describeObjectStore } from './object-store-contract.ts';

const bytes = new TextEncoder().encode('what the store holds');

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-objects-'));
  folders.push(folder);
  return folder;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
}

function pathOf(folder: string, address: string): string {
  return join(folder, 'objects', address.slice(0, 2), address.slice(2, 4), address);
}

describeObjectStore('a folder', async () => fileObjectStore({ folder: await freshFolder() }));

describe('the object store in a folder', () => {
  test('spreads objects over folders by the address and leaves nothing else behind', async () => {
    const folder = await freshFolder();
    const address = await fileObjectStore({ folder }).put(bytes);
    expect(existsSync(pathOf(folder, address))).toBe(true);
    expect(await filesIn(folder)).toEqual([address]);
  });

  test('leaves no file of a removed object', async () => {
    const folder = await freshFolder();
    const store = fileObjectStore({ folder });
    const address = await store.put(bytes);
    await store.retain(address, '2026-01-01');
    await store.hold(address, true);
    await store.hold(address, false);
    await store.remove(address, '2026-01-01');
    expect(await filesIn(folder)).toEqual([]);
  });

  test('finds objects and their terms again after a restart, and clears what a crash left unfinished', async () => {
    const folder = await freshFolder();
    const address = await fileObjectStore({ folder }).put(bytes);
    await fileObjectStore({ folder }).hold(address, true);
    await writeFile(join(folder, 'unfinished', '1'), 'half an obj');
    const restarted = fileObjectStore({ folder });
    expect(await restarted.get(address)).toEqual(bytes);
    await expect(restarted.remove(address, '2999-01-01')).rejects.toMatchObject({ code: 'OBJECT_HELD' });
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });

  test('reports bytes that were changed on the disk, and heals them when the object is put again', async () => {
    const folder = await freshFolder();
    const store = fileObjectStore({ folder });
    const address = await store.put(bytes);
    await writeFile(pathOf(folder, address), 'something else');
    await expect(store.get(address)).rejects.toMatchObject({ code: 'OBJECT_DAMAGED' });
    await store.put(bytes);
    expect(await store.get(address)).toEqual(bytes);
  });

  test('makes no folder for what it never had, and lists nothing that is no object', async () => {
    const folder = await freshFolder();
    const store = fileObjectStore({ folder });
    await store.remove(addressOf(bytes), '2026-01-01');
    expect(await readdir(join(folder, 'objects'))).toEqual([]);
    const address = await store.put(bytes);
    await store.hold(address, true);
    for (const name of ['objects/stray', `objects/${address.slice(0, 2)}/stray`])
      await writeFile(join(folder, name), '');
    const listed: string[] = [];
    for await (const each of store.list()) listed.push(each);
    expect(listed).toEqual([address]);
  });

  test('forbids a removal where the terms cannot be read', async () => {
    const folder = await freshFolder();
    const store = fileObjectStore({ folder });
    const address = await store.put(bytes);
    await writeFile(`${pathOf(folder, address)}.terms`, '{"held":fal');
    await expect(store.remove(address, '2999-01-01')).rejects.toMatchObject({ code: 'OBJECT_DAMAGED' });
    expect(await store.get(address)).toEqual(bytes);
  });

  // /dev/full makes the kernel answer a true ENOSPC; elsewhere there is no such device.
  test.runIf(existsSync('/dev/full'))('answers DISK_FULL on a full disk, keeps nothing, and works again', async () => {
    const folder = await freshFolder();
    const store = fileObjectStore({ folder });
    await symlink('/dev/full', join(folder, 'unfinished', '1'));
    await expect(store.put(bytes)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await filesIn(folder)).toEqual([]);
    expect(await store.has(addressOf(bytes))).toBe(false);
    expect(await store.get(await store.put(bytes))).toEqual(bytes);
  });
});
