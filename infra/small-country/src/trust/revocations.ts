import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '@sillok/kernel';
import type { Revocation } from '@sillok/signatures/issuing';

/** What the country's authority took back; kept in a file, so that a restart does not forget. */
export interface Revocations {
  list(): readonly Revocation[];
  /** `certificate` is DER. Revoking twice is once. */
  revoke(certificate: Uint8Array): void;
}

export function openRevocations(options: { readonly file: string; readonly clock: Clock }): Revocations {
  const { file, clock } = options;
  const kept: Revocation[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return {
    list: () => kept,
    revoke(certificate) {
      const serial = new X509Certificate(certificate).serialNumber.toLowerCase();
      if (kept.some((one) => one.serial === serial)) return;
      kept.push({ serial, at: clock.now(), reason: 'keyCompromise' });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, `${JSON.stringify(kept)}\n`);
      renameSync(`${file}.part`, file);
    },
  };
}
