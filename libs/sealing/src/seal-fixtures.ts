import { createHash } from 'node:crypto';
import type { Question } from '@sillok/kernel';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import { verifyCades } from '@sillok/signatures/verifying';
import { stampingFetch, testPki } from '@sillok/test-support';
import { createSealSigner } from './seal-signer.ts';

const pki = testPki();
const crls = pki.crls('2026-03-01T08:00:00.000Z', '2049-01-01T00:00:00.000Z');
const roots = [pki.root.certificate];

/** When everything is sealed. */
export const at = '2026-03-01T09:00:00.000Z';

/** The seal of an institution, under the key id `seal`. */
export function sealOf(institutionId: string) {
  return createSealSigner({
    institutionId,
    signer: softwareSigner({ keys: new Map([['seal', pki.seal]]) }),
    trust: { roots, revocationOf: async () => ({ crls, ocsp: [] }) },
    timestamps: timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) }),
  });
}

/** What a stranger finds wrong with a stamped seal over the bytes. */
export function complaintsOf(signature: Uint8Array, bytes: Uint8Array): readonly Question[] {
  const { questions } = verifyCades(signature, {
    digest: createHash('sha256').update(bytes).digest(),
    trust: { roots, crls, ocsp: [] },
    requireTimestamp: true,
    signingTime: 'required',
  });
  return questions.filter((one) => one.verdict !== 'passed');
}
