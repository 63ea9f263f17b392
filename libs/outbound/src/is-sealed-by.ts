import { createHash } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { certificatesOf, type Trust, verifyCades } from '@sillok/signatures/verifying';
import type { AddressBookEntry } from './address-book.ts';
import type { TrustService } from './trust-service.ts';

type Asking = Pick<TrustService, 'revocationOf'>;

/** Whether this is a time-stamped signature of the institution's own seal over exactly these bytes, valid when made. */
export async function isSealedBy(
  trust: Asking,
  institution: AddressBookEntry,
  content: Uint8Array,
  cms: Uint8Array,
): Promise<boolean> {
  const { questions, signer } = verifyCades(cms, {
    digest: createHash('sha256').update(content).digest(),
    trust: await trustIn(trust, institution, cms),
    requireTimestamp: true,
    signingTime: 'required',
  });
  const isTheirs = signer !== undefined && institution.sealCertificates.includes(signer.certificateDigest);
  return worstOf(questions) === 'passed' && isTheirs;
}

/** What the institution's own roots and the revocation data of now say about this signature. */
export async function trustIn(trust: Asking, { roots }: AddressBookEntry, cms: Uint8Array): Promise<Trust> {
  return { roots, ...(await trust.revocationOf(certificatesOf(cms))) };
}
