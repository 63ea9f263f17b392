import { addressOf, intact, objectNotFound } from '../address.ts';
import type { ObjectAddress, ObjectStore } from '../object-store.ts';
import { assertRemovable, noTerms, retainedUntil, type Terms } from '../terms.ts';

interface Kept {
  readonly bytes: Uint8Array;
  readonly terms: Terms;
}

/** Objects that live as long as the process. */
export function inMemoryObjectStore(): ObjectStore {
  const objects = new Map<ObjectAddress, Kept>();
  const kept = (address: ObjectAddress): Kept => {
    const found = objects.get(address);
    if (found === undefined) throw objectNotFound(address);
    return found;
  };
  return {
    async put(ciphertext) {
      const address = addressOf(ciphertext);
      if (!objects.has(address)) objects.set(address, { bytes: ciphertext.slice(), terms: noTerms });
      return address;
    },
    get: async (address) => intact(kept(address).bytes, address).slice(),
    has: async (address) => objects.has(address),
    async retain(address, until) {
      const { bytes, terms } = kept(address);
      objects.set(address, { bytes, terms: retainedUntil(terms, until, address) });
    },
    async hold(address, on) {
      const { bytes, terms } = kept(address);
      objects.set(address, { bytes, terms: { ...terms, held: on } });
    },
    async remove(address, today) {
      assertRemovable(objects.get(address)?.terms ?? noTerms, today, address);
      objects.delete(address);
    },
    async *list() {
      yield* [...objects.keys()].sort();
    },
  };
}
