import { randomBytes } from 'node:crypto';
import { keyDestroyed } from '../key-destroyed.ts';
import type { KeyName, KeyVault } from '../key-vault.ts';

/** Keys that live as long as the process. */
export function inMemoryKeyVault(): KeyVault {
  const keys = new Map<KeyName, Uint8Array | 'destroyed'>();
  return {
    async keyFor(name) {
      const known = keys.get(name);
      if (known === 'destroyed') throw keyDestroyed(name);
      const key = known ?? new Uint8Array(randomBytes(32));
      keys.set(name, key);
      return key.slice();
    },
    async find(name) {
      const known = keys.get(name);
      return known === 'destroyed' ? undefined : known?.slice();
    },
    async destroy(name) {
      const known = keys.get(name);
      if (known instanceof Uint8Array) known.fill(0);
      keys.set(name, 'destroyed');
    },
    async close() {
      keys.clear();
    },
  };
}
