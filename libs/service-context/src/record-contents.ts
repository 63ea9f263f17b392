import type { Json } from '@sillok/kernel';
import { canonicalBytes, SillokError } from '@sillok/kernel';
import type { KeyVault } from '@sillok/key-vault';
import { decryptObject, encryptObject, type ObjectAddress, type ObjectStore } from '@sillok/object-store';

/** Objects of a record, encrypted under its content key; destroying that key makes all of them unreadable. */
export interface RecordContents {
  put(documentId: string, plaintext: Uint8Array): Promise<ObjectAddress>;
  get(documentId: string, address: ObjectAddress): Promise<Uint8Array>;
  putJson(documentId: string, value: Json): Promise<ObjectAddress>;
  getJson(documentId: string, address: ObjectAddress): Promise<unknown>;
}

export function createRecordContents(vault: KeyVault, objects: ObjectStore): RecordContents {
  async function put(documentId: string, plaintext: Uint8Array): Promise<ObjectAddress> {
    const key = await vault.keyFor(`content:${documentId}`);
    return objects.put(encryptObject(key, plaintext));
  }

  async function get(documentId: string, address: ObjectAddress): Promise<Uint8Array> {
    const key = await vault.find(`content:${documentId}`);
    if (key === undefined) throw new SillokError('KEY_DESTROYED', 'the key of this record is gone');
    return decryptObject(key, await objects.get(address));
  }

  return {
    put,
    get,
    putJson: (documentId, value) => put(documentId, canonicalBytes(value)),
    getJson: async (documentId, address) => JSON.parse(new TextDecoder().decode(await get(documentId, address))),
  };
}
