import { verifies } from '../algorithms.ts';
import { sameOctets } from '../der/octet-order.ts';
import { remember } from '../remember.ts';
import type { Certificate } from './certificate.ts';

const signatures = remember<boolean>(1024);

/** Name, key identifiers where both are there, and signature (RFC 5280 §6.1.3 a). Names compare octet by octet. */
export function issued(issuer: Certificate, subject: Certificate): boolean {
  const { authorityKey } = subject.extensions;
  const { subjectKey } = issuer.extensions;
  return (
    sameOctets(issuer.subject, subject.issuer) &&
    (authorityKey === undefined || subjectKey === undefined || authorityKey === subjectKey) &&
    subject.algorithmsAgree &&
    signatures(`${issuer.digest} ${subject.digest}`, () => signedBy(issuer, subject))
  );
}

function signedBy({ publicKey }: Certificate, subject: Certificate): boolean {
  const { signatureAlgorithm, toBeSigned, signature } = subject;
  return publicKey !== undefined && verifies(signatureAlgorithm, publicKey, toBeSigned, signature);
}
