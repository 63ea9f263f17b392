import type { Certificate } from '../certificates/certificate.ts';
import { issued } from '../certificates/issued.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import { revocationStatus } from './revocation-status.ts';
import { type ReadEvidence, type RevocationEvidence, readEvidence } from './trust.ts';
import { pathProblem } from './validate-path.ts';

/**
 * Asks before signing whether a certificate may be used now. `chain` is DER, the signer first, at least up to its
 * issuer; each must have issued the one before, be valid at `at` and be allowed what it does. Closed by default:
 * without usable revocation evidence about the signer it is `certificate-not-valid-now`; of the authorities above only
 * a revocation that is shown counts.
 */
export function checkCertificateNow(
  chain: readonly Uint8Array[],
  at: string,
  revocation: RevocationEvidence,
): 'certificate-not-valid-now' | 'certificate-revoked' | undefined {
  const path = readableCertificates(chain);
  const statuses = statusesOf(path, readEvidence(revocation), at);
  if (statuses.includes('revoked')) return 'certificate-revoked';
  const whole = path.length === chain.length && path.every((one, index) => isLinked(one, path[index + 1]));
  const inTime = path.every((one) => one.notBefore <= at && at.slice(0, 19) <= one.notAfter.slice(0, 19));
  const good = whole && inTime && statuses[0] === 'good' && pathProblem(path, at, 'signing') === undefined;
  return good ? undefined : 'certificate-not-valid-now';
}

function statusesOf(path: readonly Certificate[], evidence: ReadEvidence, at: string) {
  return path.slice(0, -1).map((certificate, index) => {
    const issuer = path[index + 1];
    return issuer === undefined ? 'unknown' : revocationStatus(certificate, issuer, evidence, at).status;
  });
}

function isLinked(certificate: Certificate, issuer: Certificate | undefined): boolean {
  return issuer === undefined || issued(issuer, certificate);
}
