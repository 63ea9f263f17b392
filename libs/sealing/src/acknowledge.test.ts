import { canonicalBytes, type Json } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { at, complaintsOf, sealOf } from './seal-fixtures.ts';

const signer = sealOf('mois');

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
    expect(complaintsOf(await acknowledge(bytes), bytes)).toEqual([]);
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
