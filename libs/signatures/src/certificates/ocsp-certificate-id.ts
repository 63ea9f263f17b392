import { createHash } from 'node:crypto';
import type { CertID } from '@peculiar/asn1-ocsp';
import { digestWith } from '../algorithms.ts';
import { sameOctets } from '../der/octet-order.ts';
import type { Certificate } from './certificate.ts';
import { keyBits } from './key-identifier.ts';

const sha1 = '1.3.14.3.2.26';

/** Whether a CertID names certificates of this issuer (RFC 6960 §4.1.1). */
export function matchesIssuer(id: CertID, issuer: Certificate): boolean {
  const hash = (bytes: Uint8Array) => certificateIdDigest(id.hashAlgorithm.algorithm, bytes);
  const name = hash(issuer.subject);
  const key = hash(keyBits(issuer.spki));
  return (
    name !== undefined &&
    key !== undefined &&
    sameOctets(name, new Uint8Array(id.issuerNameHash.buffer)) &&
    sameOctets(key, new Uint8Array(id.issuerKeyHash.buffer))
  );
}

// RFC 5019 §2.1.1 lets clients ask by SHA-1 only. It is a way to look up an issuer here, no protection: who may answer
// is decided by the signature over the answer.
function certificateIdDigest(algorithm: string, bytes: Uint8Array): Uint8Array | undefined {
  return algorithm === sha1 ? createHash('sha1').update(bytes).digest() : digestWith(algorithm, bytes);
}

/** RFC 6960 §4.2.1 KeyHash: how a responder may name itself. */
export function responderKeyHash(responder: Certificate): Uint8Array {
  return createHash('sha1').update(keyBits(responder.spki)).digest();
}
