import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { assertPackageName, packageDiffers, packageNotFound } from '../package-name.ts';
import type { PackageStore } from '../package-store.ts';
import { durableFiles } from './durable-file.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** One file a package. What a crash left unfinished lies apart and is cleared; one process at a time owns the folder. */
export function filePackageStore({ folder }: { readonly folder: string }): PackageStore {
  const root = resolve(folder);
  const temporary = resolve(root, '.unfinished');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const files = durableFiles(root, temporary);
  const turn = oneAtATime();
  const pathOf = (name: string): string => {
    assertPackageName(name);
    return resolve(root, name);
  };
  const existing = (name: string): string => {
    const path = pathOf(name);
    if (!existsSync(path)) throw packageNotFound(name);
    return path;
  };

  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const mine = bytes.slice();
      await turn(name, async () => {
        const there = existsSync(path) ? await readFile(path) : undefined;
        if (there === undefined) return files.write(path, mine);
        if (!there.equals(mine)) throw packageDiffers(name);
        return files.settle(path);
      });
    },
    async get(name) {
      return new Uint8Array(await readFile(existing(name)));
    },
    async placeOf(name) {
      return existing(name);
    },
    async has(name) {
      return existsSync(pathOf(name));
    },
  };
}
