import type { Certificate } from '../certificates/certificate.ts';
import { issued } from '../certificates/issued.ts';

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
