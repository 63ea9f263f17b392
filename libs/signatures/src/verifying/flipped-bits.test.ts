import { createHash } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { signStamped, testPki } from '@sillok/test-support';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyCades } from './verify-cades.ts';

const pki = testPki();
const digest = createHash('sha256').update('the statement').digest();
const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
const check = { digest, trust: { roots: [pki.root.certificate], crls, ocsp: [] } };

// Two bits of each byte in one run; which two depends on the place, so that tags, lengths and values meet all of them.
it('passes no stamped signature in which any bit differs', async () => {
  const cms = await signStamped(pki, pki.person, digest, '2026-03-01T09:00:00.500Z');
  expect(worstOf(verifyCades(cms, check).questions)).toBe('passed');
  const survivors: string[] = [];
  for (const [place, octet] of cms.entries()) {
    for (const bit of [place % 8, (place * 3 + 5) % 8]) {
      const flipped = Uint8Array.from(cms);
      flipped[place] = octet ^ (1 << bit);
      if (worstOf(verifyCades(flipped, check).questions) === 'passed') survivors.push(`${place}:${bit}`);
    }
  }
  expect(cms.length).toBeGreaterThan(2_000);
  expect(survivors).toEqual([]);
}, 60_000);

it('judges whatever bytes it is given, and passes none but the signature', async () => {
  const cms = await signStamped(pki, pki.person, digest, '2026-03-01T09:00:00.500Z');
  const edit = fc.record({
    at: fc.nat(cms.length),
    removed: fc.nat(40),
    inserted: fc.uint8Array({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(edit, ({ at, removed, inserted }) => {
      const edited = Buffer.concat([cms.subarray(0, at), inserted, cms.subarray(at + removed)]);
      const same = edited.equals(Buffer.from(cms));
      return (worstOf(verifyCades(edited, check).questions) === 'passed') === same;
    }),
    { numRuns: 300 },
  );
});
