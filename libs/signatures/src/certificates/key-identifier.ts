import { sha256 } from '../algorithms.ts';
import { arrayBufferOf } from '../der/asn-convert.ts';
import { readDer } from '../der/read-der.ts';

/** The leftmost 160 bits of the SHA-256 of the key's bits (RFC 7093 §2, method 1). */
export function keyIdentifier(spki: Uint8Array): ArrayBuffer {
  return arrayBufferOf(sha256(keyBits(spki)).subarray(0, 20));
}

/** The key's bits without the octet that counts unused ones: what OCSP and key identifiers hash. */
export function keyBits(spki: Uint8Array): Uint8Array {
  return (readDer(spki).children[1]?.content ?? new Uint8Array(1)).subarray(1);
}
