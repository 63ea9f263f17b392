import { testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { checkCertificateNow } from './check-certificate-now.ts';

const pki = testPki({ notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2027-01-01T00:00:00.000Z' });
const now = '2026-03-01T09:00:00.000Z';
const crls = pki.crls('2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z');
const whole = [...pki.person.chain, pki.root.certificate];

describe('checkCertificateNow', () => {
  it('lets a good certificate sign, with the root in the chain or not', () => {
    expect(checkCertificateNow(pki.person.chain, now, { crls, ocsp: [] })).toBeUndefined();
    expect(checkCertificateNow(whole, now, { crls, ocsp: [] })).toBeUndefined();
  });

  it.each(['2025-12-31T23:59:59.999Z', '2027-01-01T00:00:01.000Z'])('refuses it at %s', (at) => {
    expect(checkCertificateNow(whole, at, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
  });

  it('refuses a revoked one, also where an authority above was revoked', () => {
    const revoked = (serial: string) => [{ serial, at: '2026-02-01T00:00:00.000Z', reason: 'keyCompromise' as const }];
    const own = pki.crls('2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', revoked('1001'));
    expect(checkCertificateNow(whole, now, { crls: own, ocsp: [] })).toBe('certificate-revoked');
    const later = [{ serial: '1001', at: '2026-03-01T09:00:01.000Z', reason: 'keyCompromise' as const }];
    const notYet = pki.crls('2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', later);
    expect(checkCertificateNow(whole, now, { crls: notYet, ocsp: [] })).toBeUndefined();
  });

  it('is closed where nothing usable says that the certificate is good', () => {
    expect(checkCertificateNow(whole, now, { crls: [], ocsp: [] })).toBe('certificate-not-valid-now');
    const old = pki.crls('2026-02-01T08:00:00.000Z', '2026-02-02T08:00:00.000Z');
    expect(checkCertificateNow(whole, now, { crls: old, ocsp: [] })).toBe('certificate-not-valid-now');
    expect(checkCertificateNow([pki.person.certificate], now, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
  });

  it('refuses a chain that does not hang together or may not sign', () => {
    const broken = [pki.person.certificate, testPki().issuing.certificate];
    expect(checkCertificateNow(broken, now, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
    expect(checkCertificateNow(pki.ocsp.chain, now, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
    expect(checkCertificateNow([], now, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
    expect(checkCertificateNow([Uint8Array.of(1)], now, { crls, ocsp: [] })).toBe('certificate-not-valid-now');
  });
});
