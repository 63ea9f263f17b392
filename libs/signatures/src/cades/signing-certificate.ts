import { sha256 } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { oid } from '../der/oids.ts';
import { context, octetString, sequence } from '../der/write-der.ts';
import { encodeAttribute } from './signed-data.ts';

/**
 * signing-certificate-v2 (RFC 5035 §3) with SHA-256, which as the default is left out. The signer comes first, with
 * issuer and serial; the rest of its chain follows, so that no other certificate of the same key can take its place.
 */
export function signingCertificateAttribute(chain: readonly Certificate[]): Uint8Array {
  const identifiers = chain.map((certificate) => {
    const name = context(4, certificate.issuer);
    return sequence(octetString(sha256(certificate.der)), sequence(sequence(name), certificate.serialDer));
  });
  return encodeAttribute(oid.signingCertificateV2, sequence(sequence(...identifiers)));
}
