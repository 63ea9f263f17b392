import { createHash, sign } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { signStamped, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { prepareCades } from '../cades/prepare-cades.ts';
import { readAttribute } from '../cades/read-attribute.ts';
import { readSignedData } from '../cades/read-signed-data.ts';
import { attributesToSign, encodeAttribute, encodeSignedData, type SignedDataParts } from '../cades/signed-data.ts';
import { signingCertificateAttribute } from '../cades/signing-certificate.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { oid } from '../der/oids.ts';
import { derValue, objectIdentifier, octetString } from '../der/write-der.ts';
import { issueCertificate } from '../issuing/issue-certificate.ts';
import type { SigningTimeRule } from './signed-data-form.ts';
import { verifyCades } from './verify-cades.ts';

const pki = testPki();
const digest = createHash('sha256').update('the statement').digest();
const at = '2026-03-01T09:00:00.500Z';
const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
const trust = { roots: [pki.root.certificate], crls, ocsp: [] };
const { parts } = prepareCades({ digest, chain: pki.person.chain });
const stamped = await signStamped(pki, pki.person, digest, at);

/** A signature whose value is right for whatever the parts say. */
function signed(more: Partial<SignedDataParts>): Uint8Array {
  const all = { ...parts, ...more };
  const signature = sign('sha256', attributesToSign(all.signedAttributes), pki.person.privateKey);
  return encodeSignedData({ unsignedAttributes: [], signature, ...all });
}

function complaints(der: Uint8Array): readonly string[] {
  const { questions } = verifyCades(der, { digest, trust, provenAt: at });
  return questions
    .filter((one) => one.verdict !== 'passed')
    .map((one) => `${one.question} ${one.verdict} ${one.reason}`);
}

const timed = (tag: number, text: string) => {
  const claimed = encodeAttribute(oid.signingTime, derValue(tag, Buffer.from(text)));
  return signed({ signedAttributes: [...parts.signedAttributes, claimed] });
};
const commitment = encodeAttribute('1.2.840.113549.1.9.16.2.16', octetString(Uint8Array.of(1)));
const otherDigest = encodeAttribute(oid.messageDigest, octetString(new Uint8Array(32)));
const twoDigests = encodeAttribute(oid.messageDigest, octetString(digest), octetString(new Uint8Array(32)));
const otherType = encodeAttribute(oid.contentType, objectIdentifier(oid.signedData));
const without = (type: string) => parts.signedAttributes.filter((one) => readAttribute(one).type !== type);

describe('the form of a signature', () => {
  it('passes as we write it', () => {
    expect(complaints(signed({}))).toEqual([]);
  });

  it.each([
    ['no DER at all', Uint8Array.of(0x30, 0x80)],
    ['nothing', new Uint8Array()],
    ['a byte after the end', Buffer.concat([signed({}), Uint8Array.of(0)])],
    ['a claimed time in the form of other years', timed(0x18, '20260301090000Z')],
    ['a claimed time with a fraction', timed(0x18, '20500301090000.5Z')],
    ['a claimed time that is none', timed(0x04, '260301090000Z')],
    ['an unexpected attribute', signed({ signedAttributes: [...parts.signedAttributes, commitment] })],
    ['a digest twice', signed({ signedAttributes: [...parts.signedAttributes, otherDigest] })],
    ['two digests in one attribute', signed({ signedAttributes: [...without(oid.messageDigest), twoDigests] })],
    ['no digest', signed({ signedAttributes: without(oid.messageDigest) })],
    ['no reference to the certificate', signed({ signedAttributes: without(oid.signingCertificateV2) })],
    ['another type of content', signed({ signedAttributes: [...without(oid.contentType), otherType] })],
    ['content inside', signed({ content: Buffer.from('the statement') })],
    ['an unknown unsigned attribute', signed({ unsignedAttributes: [commitment] })],
    ['no certificates', signed({ certificates: [] })],
    ['the same certificate twice', signed({ certificates: [...parts.certificates, pki.person.certificate] })],
    ['a certificate that is none', signed({ certificates: [...parts.certificates, octetString(digest)] })],
    ['an algorithm that is not allowed', signed({ signatureAlgorithm: '1.2.840.10045.4.1' })],
  ])('refuses %s', (_what, der) => {
    expect(complaints(der)).toEqual(['form failed FORMAT_FAILURE']);
  });

  it('refuses a certificate that no chain uses', () => {
    for (const stowaway of [pki.seal.certificate, testPki().root.certificate]) {
      expect(complaints(signed({ certificates: [...parts.certificates, stowaway] }))).toEqual([
        'certificates failed FORMAT_FAILURE',
      ]);
    }
  });

  it.each([
    ['260301090000Z', 0x17, '2026-03-01T09:00:00.000Z'],
    ['500301090000Z', 0x17, '1950-03-01T09:00:00.000Z'],
    ['20500301090000Z', 0x18, '2050-03-01T09:00:00.000Z'],
  ])('passes with the claimed time %s and answers it', (text, tag, claimedAt) => {
    const verdict = verifyCades(timed(tag, text), { digest, trust, provenAt: at, signingTime: 'required' });
    expect(worstOf(verdict.questions)).toBe('passed');
    expect(verdict.claimedAt).toBe(claimedAt);
  });

  it('lets the caller require or forbid a claimed time', () => {
    const form = (der: Uint8Array, signingTime: SigningTimeRule) =>
      verifyCades(der, { digest, trust, provenAt: at, signingTime }).questions[0]?.detail;
    expect(form(timed(0x17, '260301090000Z'), 'forbidden')).toBe('a claimed time where none is allowed');
    expect(form(signed({}), 'required')).toBe('no claimed time where one is required');
    expect(form(signed({}), 'forbidden')).toBeUndefined();
  });

  it('does not pass with a certificate inside that nobody known has signed', () => {
    const { certificate, privateKey } = testPki().root;
    const cross = issueCertificate({
      profile: 'issuing',
      subject: { commonName: 'Test Root 시험 루트', organization: '시험청', country: 'KR' },
      subjectKey: pki.root.publicKey,
      issuer: { certificate, privateKey },
      serial: '77',
      notBefore: '2014-01-01T00:00:00.000Z',
      notAfter: '2050-01-01T00:00:00.000Z',
    });
    expect(complaints(signed({ certificates: [...parts.certificates, cross] }))).toEqual([
      'certificates indeterminate NO_CERTIFICATE_CHAIN_FOUND',
    ]);
  });

  it('passes with the root inside', () => {
    expect(complaints(signed({ certificates: [...parts.certificates, pki.root.certificate] }))).toEqual([]);
  });

  it('refuses a reference to another certificate of the same key', () => {
    const reference = signingCertificateAttribute(readCertificate(pki.seal.certificate));
    const signedAttributes = [...without(oid.signingCertificateV2), reference];
    expect(complaints(signed({ signedAttributes }))).toEqual([
      'signing-certificate failed NO_SIGNING_CERTIFICATE_FOUND',
    ]);
  });

  it('refuses members out of order and any other encoding of the same parts', () => {
    const read = readSignedData(stamped);
    const [first, second] = read.certificates;
    const swapped = Buffer.from(stamped);
    const start = swapped.indexOf(first ?? Buffer.of());
    swapped.set(second ?? [], start);
    swapped.set(first ?? [], start + (second?.length ?? 0));
    expect(swapped.equals(Buffer.from(stamped))).toBe(false);
    expect(complaints(swapped)).toEqual(['form failed FORMAT_FAILURE']);
  });
});
