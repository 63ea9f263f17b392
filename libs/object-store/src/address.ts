import { hash } from 'node:crypto';
import { SillokError } from '@sillok/kernel';
import type { ObjectAddress } from './object-store.ts';

/** SHA-256 in lower-case hex. */
export function addressOf(ciphertext: Uint8Array): ObjectAddress {
  return hash('sha256', ciphertext, 'hex');
}

/** Guards the adapters: what is no address can name no object, and above all no path. */
export function isAddress(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

export function objectNotFound(address: ObjectAddress): SillokError {
  return new SillokError('OBJECT_NOT_FOUND', `no object ${address}`, { details: { address } });
}

/** Answers the bytes; throws OBJECT_DAMAGED where they are not those of the address. */
export function intact(bytes: Uint8Array, address: ObjectAddress): Uint8Array {
  if (addressOf(bytes) === address) return bytes;
  throw new SillokError('OBJECT_DAMAGED', `the bytes of object ${address} have another digest`, {
    details: { address },
  });
}
