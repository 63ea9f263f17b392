import { verifies } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { sameOctets } from '../der/octet-order.ts';
import { remember } from '../remember.ts';

/** From the signer up to and with a root. */
export type CertificatePath = readonly Certificate[];

const longest = 8;
const mostTried = 64;

/** Every path from a certificate to one of the roots, shortest detours first; bounded, so no input can make it long. */
export function findPaths(
  leaf: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
): readonly CertificatePath[] {
  const found: CertificatePath[] = [];
  const open: CertificatePath[] = [[leaf]];
  for (let tried = 0; tried < mostTried; tried += 1) {
    const path = open.shift();
    const last = path?.at(-1);
    if (path === undefined || last === undefined) break;
    found.push(...roots.filter((root) => issued(root, last)).map((root) => [...path, root]));
    if (path.length >= longest) continue;
    const taken = [...path, ...roots].map((one) => one.digest);
    const next = pool.filter((one) => !taken.includes(one.digest) && issued(one, last));
    open.push(...next.map((one) => [...path, one]));
  }
  return found;
}

/** The certificates of the pool that stand above the leaf in any chain, with or without a root. */
export function ancestorsOf(leaf: Certificate, pool: readonly Certificate[]): readonly Certificate[] {
  const reached: Certificate[] = [leaf];
  for (const one of reached) {
    reached.push(...pool.filter((other) => !reached.includes(other) && issued(other, one)));
  }
  return reached;
}

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
