import { createHash } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { type TestIdentity, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { readSignedData } from '../cades/read-signed-data.ts';
import { encodeAttribute, encodeSignedData } from '../cades/signed-data.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { octetString } from '../der/write-der.ts';
import { answerTimestamp } from '../issuing/answer-timestamp.ts';
import { timestampRequest } from '../timestamping/timestamp-request.ts';
import { type TimestampCheck, verifyTimestampToken } from './verify-timestamp-token.ts';

const pki = testPki();
const digest = createHash('sha256').update('signature value').digest();
const at = '2026-03-01T09:00:00.500Z';
const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
const trust = { roots: [pki.root.certificate], crls, ocsp: [] };

function tokenOf(who: Pick<TestIdentity, 'chain' | 'privateKey'>, genTime = at): Uint8Array {
  const authority = { chain: who.chain, privateKey: who.privateKey, policy: '1.2.3.4.1', serial: '0a', genTime };
  return readDer(answerTimestamp(timestampRequest(digest, '01'), authority)).children[1]?.bytes ?? new Uint8Array();
}

function complaints(token: Uint8Array, more: Partial<TimestampCheck> = {}): readonly string[] {
  const { questions } = verifyTimestampToken(token, { digest, trust, ...more });
  return questions
    .filter((one) => one.verdict !== 'passed')
    .map((one) => `${one.question} ${one.verdict} ${one.reason}`);
}

const token = tokenOf(pki.tsa);
const parts = readSignedData(token);

describe('verifyTimestampToken', () => {
  it('passes a token of a trusted authority and answers its time', () => {
    const verdict = verifyTimestampToken(token, { digest, trust });
    expect(worstOf(verdict.questions)).toBe('passed');
    expect(verdict.genTime).toBe(at);
  });

  it('refuses a token over something else', () => {
    expect(complaints(token, { digest: new Uint8Array(32) })).toEqual(['timestamp-imprint failed HASH_FAILURE']);
  });

  it('decides nothing without a root', () => {
    expect(complaints(token, { trust: { ...trust, roots: [] } })).toContain(
      'timestamp-chain indeterminate NO_CERTIFICATE_CHAIN_FOUND',
    );
  });

  it('takes no token of one who is no timestamp authority, though his chain is good', () => {
    expect(complaints(tokenOf(pki.person))).toEqual(['timestamp-chain indeterminate CHAIN_CONSTRAINTS_FAILURE']);
  });

  it('takes no token made before its authority was there', () => {
    expect(complaints(tokenOf(pki.tsa, '2013-12-31T23:59:59.000Z'))).toEqual(['timestamp-chain failed NOT_YET_VALID']);
  });

  it('refuses a token that another key signed', () => {
    const forged = tokenOf({ chain: pki.tsa.chain, privateKey: pki.person.privateKey });
    expect(complaints(forged)).toEqual(['timestamp-signature-value failed SIG_CRYPTO_FAILURE']);
  });

  it('looks for a certificate that is not inside among those it is given', () => {
    const bare = encodeSignedData({ ...parts, certificates: [] });
    expect(complaints(bare)).toEqual(['timestamp-signing-certificate indeterminate NO_SIGNING_CERTIFICATE_FOUND']);
    expect(complaints(bare, { certificates: pki.tsa.chain })).toEqual([]);
  });

  it.each([
    ['what is no token', octetString(digest)],
    ['a detached one', encodeSignedData({ ...parts, contentType: oid.data })],
    [
      'an unsigned attribute',
      encodeSignedData({ ...parts, unsignedAttributes: [encodeAttribute('1.2.3', octetString(digest))] }),
    ],
    [
      'a signed attribute that is unknown',
      encodeSignedData({
        ...parts,
        signedAttributes: [...parts.signedAttributes, encodeAttribute('1.2.3', octetString(digest))],
      }),
    ],
    ['the same certificate twice', encodeSignedData({ ...parts, certificates: [...pki.tsa.chain, ...pki.tsa.chain] })],
  ])('refuses the form of %s', (_what, der) => {
    expect(complaints(der)).toEqual(['timestamp-form failed FORMAT_FAILURE']);
  });

  it('refuses a certificate that no chain uses', () => {
    const stowaway = encodeSignedData({ ...parts, certificates: [...parts.certificates, pki.seal.certificate] });
    expect(complaints(stowaway)).toEqual(['timestamp-certificates failed FORMAT_FAILURE']);
  });
});
