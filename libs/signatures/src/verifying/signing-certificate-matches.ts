import { SillokError } from '@sillok/kernel';
import { digestWith } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { expectSequence, expectTag } from '../der/expect-der.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { type DerValue, readDer } from '../der/read-der.ts';
import { readOid } from '../der/read-oid.ts';

/**
 * signing-certificate-v2 (RFC 5035 §3): the first identifier must name the signer, each further one a certificate of
 * the pool. Digests of SHA-2 only.
 */
export function signingCertificateMatches(
  value: Uint8Array | undefined,
  signer: Certificate,
  pool: readonly Certificate[],
): boolean {
  if (value === undefined) return false;
  try {
    const [identifiers] = expectSequence(readDer(value), 'a signing certificate');
    const [first, ...others] = expectSequence(identifiers, 'certificate identifiers');
    return identifies(first, signer) && others.every((one) => pool.some((certificate) => identifies(one, certificate)));
  } catch (error) {
    if (error instanceof SillokError) return false;
    throw error;
  }
}

function identifies(identifier: DerValue | undefined, certificate: Certificate): boolean {
  const parts = [...expectSequence(identifier, 'a certificate identifier')];
  const algorithm = parts[0]?.tag === 0x30 ? readOid(parts.shift()?.children[0]) : oid.sha256;
  const [hash, issuerSerial, ...rest] = parts;
  const digest = digestWith(algorithm, certificate.der);
  return (
    rest.length === 0 &&
    digest !== undefined &&
    sameOctets(expectTag(hash, 0x04, 'a digest').content, digest) &&
    (issuerSerial === undefined || namesIssuerAndSerial(issuerSerial, certificate))
  );
}

function namesIssuerAndSerial(issuerSerial: DerValue, certificate: Certificate): boolean {
  const [names, serial, ...rest] = expectSequence(issuerSerial, 'issuer and serial');
  const [directory, ...more] = expectSequence(names, 'the issuer');
  const name = expectTag(directory, 0xa4, 'a directory name').children[0];
  return (
    rest.length === 0 &&
    more.length === 0 &&
    sameOctets(expectTag(serial, 0x02, 'a serial').bytes, certificate.serialDer) &&
    sameOctets(expectTag(name, 0x30, 'a name').bytes, certificate.issuer)
  );
}
