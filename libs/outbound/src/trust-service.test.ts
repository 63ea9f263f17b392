import { expect, it } from 'vitest';
import { createTrustService } from './trust-service.ts';

function asking() {
  const asked: string[] = [];
  let now = '2026-03-01T09:00:00.000Z';
  const service = createTrustService({
    roots: [],
    ocspUrl: 'http://trust.invalid/ocsp',
    crlUrls: ['http://trust.invalid/issuing.crl'],
    fetch: async (input) => {
      asked.push(String(input));
      return new Response(Uint8Array.of(1));
    },
    clock: { now: () => now },
  });
  return { service, asked, moveTo: (instant: string) => (now = instant) };
}

it('keeps an answer for a moment, for each signer apart', async () => {
  const { service, asked, moveTo } = asking();
  const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)];
  const first = await service.revocationOf([one]);
  moveTo('2026-03-01T09:00:29.000Z');
  expect(await service.revocationOf([one])).toBe(first);
  await service.revocationOf([other]);
  expect(asked).toHaveLength(2);
});

it.each(['2026-03-03T09:00:00.000Z', '2026-02-27T09:00:00.000Z'])(
  'asks again once the clock was moved to %s',
  async (instant) => {
    const { service, asked, moveTo } = asking();
    await service.revocationOf([Uint8Array.of(1)]);
    moveTo(instant);
    await service.revocationOf([Uint8Array.of(1)]);
    expect(asked).toHaveLength(2);
  },
);

it('says that a trust service cannot be reached, once, whatever fails and in whichever order', async () => {
  const unreachable = new Error('refused');
  const service = createTrustService({
    roots: [],
    ocspUrl: 'http://trust.invalid/ocsp',
    crlUrls: ['http://trust.invalid/issuing.crl', 'http://trust.invalid/root.crl'],
    fetch: async (input) => {
      if (String(input).endsWith('root.crl')) await Promise.resolve();
      throw unreachable;
    },
    clock: { now: () => '2026-03-01T09:00:00.000Z' },
  });
  await expect(service.revocationOf([Uint8Array.of(1)])).rejects.toMatchObject({
    code: 'TRUST_SERVICE_UNREACHABLE',
    cause: unreachable,
  });
});
