import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { fromPem, pemCertificates, toPem } from '../certificates/pem.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { issueCertificate } from './issue-certificate.ts';

const pki = testPki();
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });

function order(more: Partial<Parameters<typeof issueCertificate>[0]>): Uint8Array {
  return issueCertificate({
    profile: 'person',
    subject: { commonName: '김철수', organization: '행정안전부', country: 'KR', serialNumber: 'P-1' },
    subjectKey: publicKey,
    issuer: pki.issuing,
    serial: '00ff',
    notBefore: '2014-01-01T00:00:00.000Z',
    notAfter: '2049-12-31T23:59:59.000Z',
    ...more,
  });
}

describe('issueCertificate', () => {
  it('writes a certificate that the issuer signed and others read', () => {
    const certificate = new X509Certificate(order({}));
    expect(certificate.verify(new X509Certificate(pki.issuing.certificate).publicKey)).toBe(true);
    expect(certificate.subject.split('\n')).toEqual(['C=KR', 'O=행정안전부', 'serialNumber=P-1', 'CN=김철수']);
    expect(certificate.serialNumber).toBe('FF');
    expect(certificate.publicKey.equals(publicKey)).toBe(true);
    expect(certificate.checkIssued(new X509Certificate(pki.issuing.certificate))).toBe(true);
  });

  it.each([
    ['root', true, ['keyCertSign', 'crlSign'], undefined],
    ['issuing', true, ['keyCertSign', 'crlSign'], undefined],
    ['person', false, ['digitalSignature', 'nonRepudiation'], undefined],
    ['seal', false, ['digitalSignature', 'nonRepudiation'], undefined],
    ['tsa', false, ['digitalSignature'], ['1.3.6.1.5.5.7.3.8']],
    ['ocsp', false, ['digitalSignature'], ['1.3.6.1.5.5.7.3.9']],
  ] as const)('gives a certificate of profile %s no more than its use', (profile, isAuthority, keyUsage, purposes) => {
    const { extensions } = readCertificate(order({ profile }));
    expect(extensions.isAuthority).toBe(isAuthority);
    expect([...(extensions.keyUsage ?? [])].sort()).toEqual([...keyUsage].sort());
    expect(extensions.extendedKeyUsage).toEqual(purposes);
    expect(extensions.extendedKeyUsageCritical).toBe(profile === 'tsa');
    expect(extensions.noCheck).toBe(profile === 'ocsp');
    expect(extensions.unprocessed).toEqual([]);
    expect(extensions.authorityKey).toBe(readCertificate(pki.issuing.certificate).extensions.subjectKey);
  });

  it('writes UTCTime until 2049 and GeneralizedTime from 2050', () => {
    expect(Buffer.from(order({})).includes('491231235959Z')).toBe(true);
    expect(Buffer.from(order({})).includes('20491231')).toBe(false);
    expect(Buffer.from(order({ notAfter: '2050-01-01T00:00:00.000Z' })).includes('20500101000000Z')).toBe(true);
  });

  it('names where its CRL, OCSP responder and issuer are found', () => {
    const urls = {
      crl: 'http://ca.invalid/a.crl',
      ocsp: 'http://ca.invalid/ocsp',
      caIssuers: 'http://ca.invalid/a.cer',
    };
    const certificate = new X509Certificate(order({ urls }));
    expect(certificate.infoAccess).toBe(`OCSP - URI:${urls.ocsp}\nCA Issuers - URI:${urls.caIssuers}`);
    expect(Buffer.from(certificate.raw).includes(urls.crl)).toBe(true);
  });
});

describe('PEM', () => {
  it('round-trips, several in one text, other blocks left alone', () => {
    const chain = pki.person.chain.map((one) => Buffer.from(one));
    const text = `notes\n${toPem(Uint8Array.of(1), 'X509 CRL')}${chain.map((one) => toPem(one)).join('\n')}`;
    expect(pemCertificates(text)).toEqual(chain);
    expect(fromPem(text, 'X509 CRL')).toEqual(Buffer.of(1));
    expect(() => fromPem('none')).toThrow(expect.objectContaining({ code: 'DER_MALFORMED' }));
  });
});
