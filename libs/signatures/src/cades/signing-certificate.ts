import { sha256 } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { oid } from '../der/oids.ts';
import { context, octetString, sequence } from '../der/write-der.ts';
import { encodeAttribute } from './signed-data.ts';

/**
 * signing-certificate-v2 (RFC 5035 §3) with SHA-256, which as the default is left out: the signer with issuer and
 * serial, and nobody else. What stands above is bound by its signatures up to a root.
 */
export function signingCertificateAttribute(signer: Certificate): Uint8Array {
  const name = context(4, signer.issuer);
  const identifier = sequence(octetString(sha256(signer.der)), sequence(sequence(name), signer.serialDer));
  return encodeAttribute(oid.signingCertificateV2, sequence(sequence(identifier)));
}
