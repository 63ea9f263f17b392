import type { KeyObject } from 'node:crypto';
import { algorithmIdentifier, signatureAlgorithmOf, signWith } from '../algorithms.ts';
import { derValue, sequence } from '../der/write-der.ts';

/** SIGNED{ToBeSigned} of RFC 5280: the signed part, its algorithm, the signature as BIT STRING. */
export function signedStructure(toBeSigned: Uint8Array, privateKey: KeyObject, ...more: Uint8Array[]): Uint8Array {
  const signature = signWith(privateKey, toBeSigned);
  const algorithm = algorithmIdentifier(signatureAlgorithmOf(privateKey));
  return sequence(toBeSigned, algorithm, derValue(0x03, Uint8Array.of(0), signature), ...more);
}
