import { failed, type Question } from '@sillok/kernel';
import { readableCertificates, tryCertificate } from '../certificates/read-certificate.ts';
import { chainQuestions } from './chain-questions.ts';
import { readTrust, type Trust } from './trust.ts';
import type { Purpose } from './validate-path.ts';

export interface CertificateCheck {
  /** DER, in any order: what may stand between the certificate and a root. */
  readonly certificates: readonly Uint8Array[];
  readonly trust: Trust;
  readonly at: string;
  readonly purpose: Purpose;
}

/**
 * Whether a certificate leads to a given root and was good for its purpose at an instant: the questions `chain` and
 * `revocation` (RFC 5280 §6; EN 319 102-1 §5.2.6), or `form` where it is no certificate. For enrolling keys.
 */
export function verifyCertificate(der: Uint8Array, check: CertificateCheck): readonly Question[] {
  const signer = tryCertificate(der);
  if (signer === undefined) return [failed('form', 'FORMAT_FAILURE', 'not a certificate in canonical DER')];
  return chainQuestions({
    names: { chain: 'chain', revocation: 'revocation' },
    signer,
    pool: readableCertificates(check.certificates),
    trust: readTrust(check.trust),
    at: check.at,
    purpose: check.purpose,
  });
}
