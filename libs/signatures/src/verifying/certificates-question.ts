import { failed, passed, type Question, undecided } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { issued } from '../certificates/issued.ts';
import { ancestorsOf } from './find-paths.ts';

export interface CarriedCertificates {
  readonly signer: Certificate;
  readonly readable: readonly Certificate[];
  /** How many there are, readable or not. */
  readonly count: number;
  /** The given roots, and what else the caller brought. */
  readonly roots: readonly Certificate[];
}

/**
 * What travels along must stand above the signer: a certificate that proves nothing could carry anything. Only the
 * signer's is named by the signature, so each must also be signed by one that is there or by a root.
 */
export function certificatesQuestion(question: string, carried: CarriedCertificates): Question {
  const { signer, readable, count, roots } = carried;
  const used = ancestorsOf(signer, readable);
  const all = readable.length === count && readable.every((one) => used.some((other) => other.digest === one.digest));
  if (!all) return failed(question, 'FORMAT_FAILURE', 'a certificate that no chain uses');
  const bound = readable.every((one) => [...readable, ...roots].some((issuer) => issued(issuer, one)));
  return bound
    ? passed(question)
    : undecided(question, 'NO_CERTIFICATE_CHAIN_FOUND', 'a certificate of an unknown issuer');
}
