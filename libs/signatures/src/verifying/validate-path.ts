import type { Verdict } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { isTimestampAuthority } from '../timestamping/token-signature.ts';
import type { CertificatePath } from './find-paths.ts';

export type Purpose = 'signing' | 'timestamping';

export interface PathProblem {
  readonly verdict: Exclude<Verdict, 'passed'>;
  readonly reason: string;
  readonly detail: string;
}

/**
 * RFC 5280 §6.1 for one path at one instant. Name constraints and policy constraints are not processed: a path with a
 * certificate that has them is refused, and so is any other critical extension that is unknown. `undefined`: good.
 */
export function pathProblem(path: CertificatePath, at: string, purpose: Purpose): PathProblem | undefined {
  const below = path.slice(0, -1);
  return (
    firstOf(below, (one) => validityProblem(one, at)) ??
    firstOf(path.slice(1), (one, index) => authorityProblem(one, path.slice(1, index + 1))) ??
    firstOf(path, unprocessedProblem) ??
    purposeProblem(path[0], purpose)
  );
}

function firstOf(
  certificates: readonly Certificate[],
  problemOf: (certificate: Certificate, index: number) => PathProblem | undefined,
): PathProblem | undefined {
  for (const [index, certificate] of certificates.entries()) {
    const problem = problemOf(certificate, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** EN 319 102-1 §5.2.6.4: before its time a certificate cannot have signed; after it, it may have signed earlier. */
function validityProblem(certificate: Certificate, at: string): PathProblem | undefined {
  const { notBefore, notAfter } = certificate;
  if (at < notBefore)
    return { verdict: 'failed', reason: 'NOT_YET_VALID', detail: `${nameOf(certificate)} ${notBefore}` };
  // notAfter is a whole second, and valid to its end.
  if (at.slice(0, 19) <= notAfter.slice(0, 19)) return undefined;
  return { verdict: 'indeterminate', reason: 'OUT_OF_BOUNDS_NO_POE', detail: `${nameOf(certificate)} ${notAfter}` };
}

function authorityProblem(certificate: Certificate, beneath: CertificatePath): PathProblem | undefined {
  const { isAuthority, keyUsage, pathLength } = certificate.extensions;
  if (!isAuthority) return constraint(certificate, 'is no authority');
  if (keyUsage !== undefined && !keyUsage.includes('keyCertSign')) return constraint(certificate, 'may not issue');
  // RFC 5280 §4.2.1.9: self-issued certificates do not count.
  const counted = beneath.filter((one) => Buffer.compare(one.subject, one.issuer) !== 0).length;
  if (pathLength !== undefined && counted > pathLength) return constraint(certificate, 'has too long a path beneath');
  return undefined;
}

function unprocessedProblem(certificate: Certificate): PathProblem | undefined {
  const [first] = certificate.extensions.unprocessed;
  return first === undefined ? undefined : constraint(certificate, `has the extension ${first}`);
}

function purposeProblem(signer: Certificate | undefined, purpose: Purpose): PathProblem | undefined {
  if (signer === undefined) return undefined;
  const { keyUsage, extendedKeyUsage } = signer.extensions;
  const signs = keyUsage?.some((one) => one === 'digitalSignature' || one === 'nonRepudiation') ?? false;
  if (!signs) return constraint(signer, 'may not sign');
  if (purpose === 'timestamping') {
    return isTimestampAuthority(signer) ? undefined : constraint(signer, 'is no timestamp authority');
  }
  const forOthers = extendedKeyUsage?.every((one) => machinePurposes.includes(one)) ?? false;
  return forOthers ? constraint(signer, 'is no signer of documents') : undefined;
}

// serverAuth, clientAuth, codeSigning, timeStamping, OCSPSigning
const machinePurposes = [1, 2, 3, 8, 9].map((last) => `1.3.6.1.5.5.7.3.${last}`);

function constraint(certificate: Certificate, what: string): PathProblem {
  return {
    verdict: 'indeterminate',
    reason: 'CHAIN_CONSTRAINTS_FAILURE',
    detail: `${nameOf(certificate)} ${what}`,
  };
}

function nameOf(certificate: Certificate): string {
  return certificate.commonName ?? certificate.serial;
}
