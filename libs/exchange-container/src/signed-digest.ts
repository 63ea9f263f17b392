import { createHash } from 'node:crypto';
import type { Asic } from './read-asic.ts';

/**
 * SHA-256 in hex of what is signed followed by the signature over it: one name for a container and whoever sealed it,
 * whatever wraps them.
 */
export function signedDigestOf({ manifests, signatures }: Pick<Asic, 'manifests' | 'signatures'>): string {
  const hash = createHash('sha256');
  for (const { bytes } of [...manifests, ...signatures]) hash.update(bytes);
  return hash.digest('hex');
}
