import { createHash } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { signDetached, signStamped, type TestKeyKind, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { addSignatureTimestamp } from '../cades/add-signature-timestamp.ts';
import { readAttribute } from '../cades/read-attribute.ts';
import { readSignedData } from '../cades/read-signed-data.ts';
import { type CadesCheck, type CadesVerdict, verifyCades } from './verify-cades.ts';

const pki = testPki();
const digest = createHash('sha256').update('the statement').digest();
const at = '2026-03-01T09:00:00.500Z';
const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
const trust = { roots: [pki.root.certificate], crls, ocsp: [] };
const stamped = await signStamped(pki, pki.person, digest, at);

const verify = (der: Uint8Array, more: Partial<CadesCheck> = {}) => verifyCades(der, { digest, trust, ...more });
/** `question verdict reason` of everything that did not pass. */
const complaints = ({ questions }: CadesVerdict) =>
  questions.filter((one) => one.verdict !== 'passed').map((one) => `${one.question} ${one.verdict} ${one.reason}`);

describe('verifyCades', () => {
  it('passes a stamped signature and says who signed and since when it is proven', () => {
    const verdict = verify(stamped, { requireTimestamp: true });
    expect(complaints(verdict)).toEqual([]);
    expect(worstOf(verdict.questions)).toBe('passed');
    expect(verdict.signer).toEqual({
      subjectCommonName: '홍길동',
      serial: '1001',
      certificateDigest: createHash('sha256').update(pki.person.certificate).digest('hex'),
    });
    expect(verdict.bestSignatureTime).toBe(at);
  });

  it.each<TestKeyKind>(['p384', 'rsa3072'])('passes a signature made with %s', async (keys) => {
    const other = testPki({ keys });
    const cms = await signStamped(other, other.seal, digest, at);
    const lists = other.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
    const verdict = verifyCades(cms, { digest, trust: { roots: [other.root.certificate], crls: lists, ocsp: [] } });
    expect(complaints(verdict)).toEqual([]);
    expect(worstOf(verdict.questions)).toBe('passed');
  });

  it('decides nothing without a root, and nothing with the root of somebody else', () => {
    for (const roots of [[], [testPki().root.certificate], [pki.person.certificate]]) {
      const verdict = verify(stamped, { trust: { ...trust, roots } });
      expect(worstOf(verdict.questions)).toBe('indeterminate');
      expect(complaints(verdict)).toContain('chain indeterminate NO_CERTIFICATE_CHAIN_FOUND');
      expect(verdict.bestSignatureTime).toBeUndefined();
    }
  });

  it('refuses another content', () => {
    const other = createHash('sha256').update('another statement').digest();
    expect(complaints(verify(stamped, { digest: other }))).toEqual(['message-digest failed HASH_FAILURE']);
  });

  it('refuses a value that another key made', () => {
    const forged = signDetached({ ...pki.person, privateKey: pki.seal.privateKey }, digest);
    expect(complaints(verify(forged))).toEqual(['signature-value failed SIG_CRYPTO_FAILURE']);
  });

  it('knows no time of a signature without timestamp, unless it is proven by other means', () => {
    const plain = signDetached(pki.person, digest);
    expect(complaints(verify(plain))).toContain('chain indeterminate NO_POE');
    expect(complaints(verify(plain, { requireTimestamp: true }))).toContain('timestamp indeterminate NO_POE');
    const proven = verify(plain, { provenAt: at });
    expect(worstOf(proven.questions)).toBe('passed');
    expect(proven.bestSignatureTime).toBe(at);
  });

  it('takes the earliest of several timestamps', async () => {
    const later = readSignedData(await signStamped(pki, pki.person, digest, at));
    expect(later.unsignedAttributes).toHaveLength(1);
    const foreign = later.unsignedAttributes.flatMap((one) => readAttribute(one).values)[0] ?? new Uint8Array();
    // Made over another value of the same signer: it must not count for this one.
    const both = addSignatureTimestamp(stamped, foreign);
    expect(complaints(verify(both))).toContain('timestamp-imprint failed HASH_FAILURE');
    expect(verify(stamped, { provenAt: '2026-03-01T08:00:00.000Z' }).bestSignatureTime).toBe(
      '2026-03-01T08:00:00.000Z',
    );
    expect(verify(stamped, { provenAt: '2026-03-01T09:30:00.000Z' }).bestSignatureTime).toBe(at);
  });

  it('judges certificates as of the timestamp: too early fails, too late is undecided', async () => {
    const early = testPki({ notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2021-01-01T00:00:00.000Z' });
    const own = { roots: [early.root.certificate], crls: [], ocsp: [] };
    const cms = signDetached(early.person, digest);
    expect(complaints(verify(cms, { trust: own, provenAt: '2019-12-31T23:59:59.000Z' }))).toEqual([
      'chain failed NOT_YET_VALID',
    ]);
    expect(complaints(verify(cms, { trust: own, provenAt: '2021-01-01T00:00:01.000Z' }))).toEqual([
      'chain indeterminate OUT_OF_BOUNDS_NO_POE',
    ]);
  });

  it('refuses a signer that may not sign documents', () => {
    const cms = signDetached(pki.ocsp, digest);
    expect(complaints(verify(cms, { provenAt: at }))).toEqual(['chain indeterminate CHAIN_CONSTRAINTS_FAILURE']);
  });

  it('refuses a certificate that one who is no authority issued', () => {
    const impostor = pki.issue('person', '6666', '대통령', pki.person);
    const cms = signDetached(impostor, digest);
    expect(complaints(verify(cms, { provenAt: at }))).toEqual(['chain indeterminate CHAIN_CONSTRAINTS_FAILURE']);
  });

  it('refuses an authority deeper than its issuer allows', () => {
    const deeper = pki.issue('issuing', '7001', 'Deeper CA', pki.issuing);
    const cms = signDetached(pki.issue('person', '7002', '김철수', deeper), digest);
    expect(complaints(verify(cms, { provenAt: at }))).toEqual(['chain indeterminate CHAIN_CONSTRAINTS_FAILURE']);
  });
});
