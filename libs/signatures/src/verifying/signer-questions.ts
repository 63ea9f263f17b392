import { asked, type Question } from '@sillok/kernel';
import type { CmsAttribute } from '../cades/read-attribute.ts';
import type { ReadSignedData } from '../cades/read-signed-data.ts';
import { signedCorrectly } from '../cades/signer-checks.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { octetString } from '../der/write-der.ts';
import { signingCertificateMatches } from './signing-certificate-matches.ts';

export interface SignerInquiry {
  /** Empty, or `timestamp-`. */
  readonly prefix: string;
  readonly signed: ReadSignedData;
  readonly attributes: readonly CmsAttribute[];
  readonly signer: Certificate;
  readonly pool: readonly Certificate[];
  /** The content under the digest algorithm of the signer. */
  readonly contentDigest: Uint8Array | undefined;
}

/** Digest of the content, reference to the certificate, value of the signature (EN 319 102-1 §5.2.7, §5.2.8). */
export function signerQuestions(inquiry: SignerInquiry): readonly Question[] {
  const { prefix, signed, attributes, signer, pool, contentDigest } = inquiry;
  const firstOf = (type: string) => attributes.find((one) => one.type === type)?.values[0];
  const claimed = firstOf(oid.messageDigest);
  const sameDigest =
    claimed !== undefined && contentDigest !== undefined && sameOctets(claimed, octetString(contentDigest));
  const reference = signingCertificateMatches(firstOf(oid.signingCertificateV2), signer, pool);
  return [
    asked(`${prefix}message-digest`, sameDigest, 'HASH_FAILURE'),
    asked(`${prefix}signing-certificate`, reference, 'NO_SIGNING_CERTIFICATE_FOUND'),
    asked(`${prefix}signature-value`, signedCorrectly(signed, signer), 'SIG_CRYPTO_FAILURE'),
  ];
}
