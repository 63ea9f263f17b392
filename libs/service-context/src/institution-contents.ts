import type { KeyVault } from '@sillok/key-vault';
import type { ObjectAddress, ObjectStore } from '@sillok/object-store';
import { keyedObjects } from './keyed-objects.ts';

/** Objects of the institution itself, of no record and no person; each purpose has a key of its own. */
export interface InstitutionContents {
  put(purpose: 'statements', plaintext: Uint8Array): Promise<ObjectAddress>;
  get(purpose: 'statements', address: ObjectAddress): Promise<Uint8Array>;
}

export function createInstitutionContents(vault: KeyVault, objects: ObjectStore): InstitutionContents {
  const { put, get } = keyedObjects(vault, objects);
  return {
    put: (purpose, plaintext) => put(`institution:${purpose}`, plaintext),
    get: (purpose, address) => get(`institution:${purpose}`, address),
  };
}
