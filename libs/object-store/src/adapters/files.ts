import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addressOf, intact, isAddress, objectNotFound } from '../address.ts';
import type { ObjectAddress, ObjectStore } from '../object-store.ts';
import { assertRemovable, retainedUntil, type Terms } from '../terms.ts';
import { durableFiles } from './durable-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { formatTerms, parseTerms } from './terms-file.ts';

/**
 * One file an object, in folders by the first two bytes of the address; the terms of an object stand beside it.
 * One process at a time owns the folder. DISK_FULL where the disk has no room: the object is then absent.
 */
export function fileObjectStore({ folder }: { readonly folder: string }): ObjectStore {
  const root = resolve(folder, 'objects');
  const temporary = resolve(folder, 'unfinished');
  rmSync(temporary, { recursive: true, force: true });
  for (const each of [root, temporary]) mkdirSync(each, { recursive: true });
  const files = durableFiles(resolve(folder), temporary);
  const turn = oneAtATime();

  const change = (address: ObjectAddress, changed: (terms: Terms) => Terms): Promise<void> =>
    turn(address, async () => {
      if (!existsSync(pathOf(root, address))) throw objectNotFound(address);
      const terms = changed(await termsOf(root, address));
      await files.write(termsPathOf(root, address), formatTerms(terms));
    });

  return {
    async put(ciphertext) {
      const bytes = ciphertext.slice();
      const address = addressOf(bytes);
      const path = pathOf(root, address);
      await turn(address, async () => {
        const there = await readIfThere(path);
        await (there !== undefined && addressOf(there) === address ? files.settle(path) : files.write(path, bytes));
      });
      return address;
    },
    async get(address) {
      const bytes = await readIfThere(pathOf(root, address));
      if (bytes === undefined) throw objectNotFound(address);
      return intact(bytes, address);
    },
    has: async (address) => existsSync(pathOf(root, address)),
    retain: (address, until) => change(address, (terms) => retainedUntil(terms, until, address)),
    hold: (address, on) => change(address, (terms) => ({ ...terms, held: on })),
    remove: (address, today) =>
      turn(address, async () => {
        assertRemovable(await termsOf(root, address), today, address);
        if (!isAddress(address)) return;
        await files.remove(pathOf(root, address));
        await files.remove(termsPathOf(root, address));
      }),
    list: () => addressesBelow(root),
  };
}

async function* addressesBelow(root: string): AsyncGenerator<ObjectAddress> {
  for (const first of await foldersIn(root)) {
    for (const second of await foldersIn(first)) yield* (await readdir(second)).filter(isAddress).sort();
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

function pathOf(root: string, address: ObjectAddress): string {
  return isAddress(address) ? join(root, address.slice(0, 2), address.slice(2, 4), address) : join(root, 'none');
}

function termsPathOf(root: string, address: ObjectAddress): string {
  return `${pathOf(root, address)}.terms`;
}

async function termsOf(root: string, address: ObjectAddress): Promise<Terms> {
  return parseTerms(await readIfThere(termsPathOf(root, address)), address);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
