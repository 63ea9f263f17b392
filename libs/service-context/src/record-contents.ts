import type { Json } from '@sillok/kernel';
import { canonicalBytes } from '@sillok/kernel';
import type { KeyVault } from '@sillok/key-vault';
import type { ObjectAddress, ObjectStore } from '@sillok/object-store';
import { keyedObjects } from './keyed-objects.ts';

/**
 * Objects of a record, encrypted under its content key; destroying that key makes all of them unreadable. Those of a
 * transfer lie in the same way under the transfer's.
 */
export interface RecordContents {
  put(documentId: string, plaintext: Uint8Array): Promise<ObjectAddress>;
  get(documentId: string, address: ObjectAddress): Promise<Uint8Array>;
  putJson(documentId: string, value: Json): Promise<ObjectAddress>;
  getJson(documentId: string, address: ObjectAddress): Promise<unknown>;
}

export function createRecordContents(
  vault: KeyVault,
  objects: ObjectStore,
  scope: 'content' | 'transfer' = 'content',
): RecordContents {
  const keyed = keyedObjects(vault, objects);
  const put = (documentId: string, plaintext: Uint8Array) => keyed.put(`${scope}:${documentId}`, plaintext);
  const get = (documentId: string, address: ObjectAddress) => keyed.get(`${scope}:${documentId}`, address);
  return {
    put,
    get,
    putJson: (documentId, value) => put(documentId, canonicalBytes(value)),
    getJson: async (documentId, address) => JSON.parse(new TextDecoder().decode(await get(documentId, address))),
  };
}
