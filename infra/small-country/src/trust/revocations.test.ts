import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCertificateAuthority } from './certificate-authority.ts';
import { openRevocations } from './revocations.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-revocations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function certificateOf(name: string): Uint8Array {
  const authority = openCertificateAuthority({ folder, address: 'http://trust.localhost' });
  const [certificate] = authority.keyFor(name, 'person', { commonName: name }).chain;
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

it('remembers over a restart what was taken back, and when first', () => {
  const file = join(folder, 'revoked.json');
  let now = '2014-03-03T00:00:00.000Z';
  const clock = { now: () => now };
  const revocations = openRevocations({ file, clock });
  expect(revocations.list()).toEqual([]);
  const certificate = certificateOf('munhwa-bureau');
  revocations.revoke(certificate);
  now = '2014-03-04T00:00:00.000Z';
  revocations.revoke(certificate);
  const serial = new X509Certificate(certificate).serialNumber.toLowerCase();
  const told = [{ serial, at: '2014-03-03T00:00:00.000Z', reason: 'keyCompromise' }];
  expect(revocations.list()).toEqual(told);
  expect(openRevocations({ file, clock }).list()).toEqual(told);
});

it('issues a certificate for as long as is asked, and the same one ever after', () => {
  const authority = openCertificateAuthority({ folder, address: 'http://trust.localhost' });
  const valid = { notBefore: '2014-01-01T00:00:00.000Z', notAfter: '2014-02-01T00:00:00.000Z' };
  const [ended] = authority.keyFor('ended', 'person', { commonName: 'Ended' }, valid).chain;
  const [again] = authority.find('ended')?.chain ?? [];
  expect(again).toEqual(ended);
  expect(new X509Certificate(ended ?? '').validToDate.toISOString()).toBe(valid.notAfter);
});
