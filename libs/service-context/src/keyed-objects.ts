import { SillokError } from '@sillok/kernel';
import type { KeyName, KeyVault } from '@sillok/key-vault';
import { decryptObject, encryptObject, type ObjectAddress, type ObjectStore } from '@sillok/object-store';

/** Objects encrypted under keys of the vault. Reading throws KEY_DESTROYED where there is none (any more). */
export function keyedObjects(vault: KeyVault, objects: ObjectStore) {
  return {
    async put(name: KeyName, plaintext: Uint8Array): Promise<ObjectAddress> {
      return objects.put(encryptObject(await vault.keyFor(name), plaintext));
    },
    async get(name: KeyName, address: ObjectAddress): Promise<Uint8Array> {
      const key = await vault.find(name);
      if (key === undefined) throw new SillokError('KEY_DESTROYED', `the key of ${name} is gone`);
      return decryptObject(key, await objects.get(address));
    },
  };
}
