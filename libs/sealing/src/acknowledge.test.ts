import { createHash } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { softwareSigner, timestampClient } from '@sillok/signatures';
import { verifyCades } from '@sillok/signatures/verifying';
import { stampingFetch, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { createSealSigner } from './seal-signer.ts';

const pki = testPki();
const at = '2026-03-01T09:00:00.000Z';
const crls = pki.crls('2026-03-01T08:00:00.000Z', '2049-01-01T00:00:00.000Z');
const signer = createSealSigner({
  institutionId: 'mois',
  signer: softwareSigner({ keys: new Map([['seal', pki.seal]]) }),
  trust: { roots: [pki.root.certificate], revocationOf: async () => ({ crls, ocsp: [] }) },
  timestamps: timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) }),
});

const said = {
  type: 'acknowledgement',
  version: 1,
  kind: 'arrive',
  from: 'mois',
  to: 'mopa',
  dispatchId: 'dispatch-0001',
  answers: 'a'.repeat(64),
  previous: null,
  at,
  checkpoint: null,
} satisfies Json;

const acknowledge = (acknowledgement: Uint8Array, when = at) =>
  signer.acknowledge({ keyId: 'seal', acknowledgement, at: when });

describe('the seal', () => {
  it('signs what its own institution says of a message, with the time it claims and a timestamp', async () => {
    const bytes = canonicalBytes(said);
    const { questions } = verifyCades(await acknowledge(bytes), {
      digest: createHash('sha256').update(bytes).digest(),
      trust: { roots: [pki.root.certificate], crls, ocsp: [] },
      requireTimestamp: true,
      signingTime: 'required',
    });
    expect(questions.filter((one) => one.verdict !== 'passed')).toEqual([]);
  });

  it.each([
    ['what another institution would say', canonicalBytes({ ...said, from: 'mopa' }), at],
    ['what is no acknowledgement', canonicalBytes({ ...said, kind: 'approve' }), at],
    ['bytes that are not canonical', new TextEncoder().encode(JSON.stringify(said)), at],
    ['another time than the one it says', canonicalBytes(said), '2026-03-01T09:00:01.000Z'],
  ])('refuses %s', async (_, bytes, when) => {
    await expect(acknowledge(bytes, when)).rejects.toMatchObject({
      code: 'signature-invalid',
      field: 'acknowledgement',
    });
  });
});
