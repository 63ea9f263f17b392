import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filePackageStore } from '@sillok/object-store/package-files';
import { inMemoryPackageStore } from '@sillok/object-store/packages-in-memory';
import { afterAll, describe, expect, test } from 'vitest';
import { describePackageStore } from './package-store-contract.ts';

const bytes = new TextEncoder().encode('a package');
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-packages-'));
  folders.push(folder);
  return folder;
}

describePackageStore('a folder', async () => filePackageStore({ folder: await freshFolder() }));
describePackageStore('the memory', async () => inMemoryPackageStore());

describe('the package store in a folder', () => {
  test('keeps a package as the very file that anybody can open', async () => {
    const folder = await freshFolder();
    await filePackageStore({ folder }).put('2045-0001.zip', bytes);
    expect((await readdir(folder)).filter((name) => name.endsWith('.zip'))).toEqual(['2045-0001.zip']);
    expect(new Uint8Array(await readFile(join(folder, '2045-0001.zip')))).toEqual(bytes);
  });

  test('finds packages again after a restart, and clears what a crash left unfinished', async () => {
    const folder = await freshFolder();
    await filePackageStore({ folder }).put('2045-0001.zip', bytes);
    await writeFile(join(folder, '.unfinished', '1'), 'half a pack');
    expect(await filePackageStore({ folder }).get('2045-0001.zip')).toEqual(bytes);
    expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
  });

  // /dev/full makes the kernel answer a true ENOSPC; elsewhere there is no such device.
  test.runIf(existsSync('/dev/full'))('answers DISK_FULL on a full disk and keeps nothing', async () => {
    const folder = await freshFolder();
    const store = filePackageStore({ folder });
    await symlink('/dev/full', join(folder, '.unfinished', '1'));
    await expect(store.put('2045-0001.zip', bytes)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await store.has('2045-0001.zip')).toBe(false);
  });
});
