import { verifies } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { sameOctets } from '../der/octet-order.ts';
import { ocspStatements } from './ocsp-statements.ts';
import type { ReadCrl } from './read-crl.ts';
import type { RevocationStatement } from './revocation-statement.ts';
import type { ReadEvidence } from './trust.ts';

export type RevocationStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly at: string };

const day = 24 * 60 * 60 * 1000;

/**
 * The status of a certificate as of an instant (EN 319 102-1 §5.2.5, the freshness rule is ours):
 * a statement speaks for the instant if it was made at or after it, not later than the certificate's end (lists drop
 * what has expired), or if it was made before and its nextUpdate is not yet past; for signers and timestamp
 * authorities then at most 24 hours before. A revocation at or before the instant counts whoever else says good.
 */
export function revocationStatus(
  certificate: Certificate,
  issuer: Certificate,
  evidence: ReadEvidence,
  at: string,
): RevocationStatus {
  const statements = [
    ...crlStatements(certificate, issuer, evidence.crls),
    ...ocspStatements(certificate, issuer, evidence.ocsp),
  ];
  const revocations = statements.flatMap((one) => (one.revokedAt === undefined ? [] : [one.revokedAt]));
  // A list has whole seconds: what was revoked in the same second is revoked.
  const revokedAt = revocations.filter((one) => one.slice(0, 19) <= at.slice(0, 19)).sort()[0];
  if (revokedAt !== undefined) return { status: 'revoked', at: revokedAt };
  return { status: statements.some((one) => speaksFor(one, certificate, at)) ? 'good' : 'unknown' };
}

function speaksFor(statement: RevocationStatement, certificate: Certificate, at: string): boolean {
  const { thisUpdate, nextUpdate } = statement;
  if (thisUpdate >= at) return thisUpdate <= certificate.notAfter;
  if (nextUpdate === undefined || nextUpdate < at) return false;
  return certificate.extensions.isAuthority || Date.parse(at) - Date.parse(thisUpdate) <= day;
}

function crlStatements(certificate: Certificate, issuer: Certificate, crls: readonly ReadCrl[]): RevocationStatement[] {
  return crls
    .filter((crl) => isListOf(crl, issuer))
    .map(({ thisUpdate, nextUpdate, revoked }) => ({
      thisUpdate,
      nextUpdate,
      revokedAt: revoked.get(certificate.serial),
    }));
}

/** Direct lists only: signed by the very authority that issued the certificate (RFC 5280 §6.3.3 f, g). */
function isListOf(crl: ReadCrl, issuer: Certificate): boolean {
  const { keyUsage } = issuer.extensions;
  return (
    crl.isComplete &&
    crl.algorithmsAgree &&
    sameOctets(crl.issuer, issuer.subject) &&
    (keyUsage === undefined || keyUsage.includes('crlSign')) &&
    issuer.publicKey !== undefined &&
    verifies(crl.signatureAlgorithm, issuer.publicKey, crl.toBeSigned, crl.signature)
  );
}
