import { createHash } from 'node:crypto';
import { CertID } from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { digestWith } from '../algorithms.ts';
import { arrayBufferOf } from '../der/asn-convert.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import type { Certificate } from './certificate.ts';
import { keyBits } from './key-identifier.ts';

const algorithms = { sha1: '1.3.14.3.2.26', sha256: oid.sha256 };

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
  return algorithm === algorithms.sha1 ? createHash('sha1').update(bytes).digest() : digestWith(algorithm, bytes);
}

/** The CertID of a certificate of this issuer (RFC 6960 §4.1.1). */
export function certificateId(certificate: Certificate, issuer: Certificate, hash: 'sha256' | 'sha1'): CertID {
  const hashed = (bytes: Uint8Array) => new OctetString(arrayBufferOf(createHash(hash).update(bytes).digest()));
  return new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: algorithms[hash], parameters: null }),
    issuerNameHash: hashed(issuer.subject),
    issuerKeyHash: hashed(keyBits(issuer.spki)),
    serialNumber: arrayBufferOf(readDer(certificate.serialDer).content),
  });
}

/** RFC 6960 §4.2.1 KeyHash: how a responder may name itself. */
export function responderKeyHash(responder: Certificate): Uint8Array {
  return createHash('sha1').update(keyBits(responder.spki)).digest();
}
