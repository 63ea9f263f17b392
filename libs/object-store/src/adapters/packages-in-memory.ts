import { assertPackageName, packageDiffers, packageNotFound } from '../package-name.ts';
import type { PackageStore } from '../package-store.ts';

/** Packages that live as long as the process. */
export function inMemoryPackageStore(): PackageStore {
  const packages = new Map<string, Uint8Array>();
  const get = (name: string): Uint8Array => {
    assertPackageName(name);
    const there = packages.get(name);
    if (there === undefined) throw packageNotFound(name);
    return there.slice();
  };
  return {
    async put(name, bytes) {
      assertPackageName(name);
      const there = packages.get(name);
      if (there !== undefined && !Buffer.from(there).equals(bytes)) throw packageDiffers(name);
      packages.set(name, bytes.slice());
    },
    async get(name) {
      return get(name);
    },
    async placeOf(name) {
      return { name, bytes: get(name) };
    },
    async has(name) {
      assertPackageName(name);
      return packages.has(name);
    },
  };
}
