import { createHash } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { signStamped, type TestIdentity, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { ocspRequest } from '../certificates/ocsp-request.ts';
import { answerOcsp, type CertificateStatus } from '../issuing/answer-ocsp.ts';
import { issueCrl } from '../issuing/issue-crl.ts';
import { verifyCades } from './verify-cades.ts';
import { verifyCertificate } from './verify-certificate.ts';

const pki = testPki();
const digest = createHash('sha256').update('the statement').digest();
const at = '2026-03-01T09:00:00.500Z';
const cms = await signStamped(pki, pki.person, digest, at);
const soon = '2026-03-01T10:00:00.000Z';
const next = '2026-03-02T10:00:00.000Z';
const roots = [pki.root.certificate];
const [rootList] = pki.crls(soon, next);
const lists = rootList === undefined ? [] : [rootList];

function complaints(crls: readonly Uint8Array[], ocsp: readonly Uint8Array[] = []): readonly string[] {
  const { questions } = verifyCades(cms, { digest, trust: { roots, crls, ocsp } });
  const worst = questions.filter((one) => one.verdict !== 'passed');
  expect(worst.length === 0).toBe(worstOf(questions) === 'passed');
  return worst.map((one) => `${one.question} ${one.verdict} ${one.reason}`);
}

const requestFor = (who: TestIdentity, hash: 'sha256' | 'sha1' = 'sha256') =>
  ocspRequest(who.certificate, pki.issuing.certificate, hash);

const answer = (who: TestIdentity, status: CertificateStatus, producedAt = soon, hash: 'sha256' | 'sha1' = 'sha256') =>
  pki.answerOcsp(requestFor(who, hash), producedAt, next, status);
const tsaGood = answer(pki.tsa, { status: 'good' });

describe('revocation by list', () => {
  it('passes with lists made after the signature', () => {
    expect(complaints(pki.crls(soon, next))).toEqual([]);
  });

  it('cannot tell without any', () => {
    expect(complaints([])).toEqual([
      'timestamp-revocation indeterminate TRY_LATER',
      'chain indeterminate NO_POE',
      'revocation indeterminate NO_POE',
    ]);
  });

  it('takes a list up to 24 hours old that has not run out, and no older one', () => {
    expect(complaints(pki.crls('2026-02-28T09:30:00.000Z', next))).toEqual([]);
    expect(complaints(pki.crls('2026-02-28T08:30:00.000Z', next))).toContain(
      'timestamp-revocation indeterminate TRY_LATER',
    );
    expect(complaints(pki.crls('2026-02-28T10:00:00.000Z', '2026-03-01T08:00:00.000Z'))).toContain(
      'timestamp-revocation indeterminate TRY_LATER',
    );
  });

  it('refuses a signer who was revoked before, and passes one who was revoked later', () => {
    const revoked = (when: string) => pki.crls(soon, next, [{ serial: '1001', at: when, reason: 'keyCompromise' }]);
    expect(complaints(revoked('2026-03-01T08:00:00.000Z'))).toEqual(['revocation failed REVOKED']);
    expect(complaints(revoked('2026-03-01T09:00:00.000Z'))).toEqual(['revocation failed REVOKED']);
    expect(complaints(revoked('2026-03-01T09:00:01.000Z'))).toEqual([]);
  });

  it('trusts no timestamp of a revoked authority', () => {
    const revoked = pki.crls(soon, next, [{ serial: '1003', at: '2026-01-01T00:00:00.000Z', reason: 'unspecified' }]);
    expect(complaints(revoked)).toContain('timestamp-revocation failed REVOKED');
  });

  it('trusts nobody beneath a revoked authority', () => {
    const revoked = [{ serial: '02', at: '2026-01-01T00:00:00.000Z', reason: 'cACompromise' as const }];
    const upper = issueCrl({ issuer: pki.root, revoked, thisUpdate: soon, nextUpdate: next, number: 2 });
    expect(complaints([...pki.crls(soon, next), upper])).toContain(
      'timestamp-revocation indeterminate REVOKED_CA_NO_POE',
    );
  });

  it('takes no list that another key signed or that is damaged', () => {
    const forged = issueCrl({
      issuer: { certificate: pki.issuing.certificate, privateKey: pki.person.privateKey },
      revoked: [],
      thisUpdate: soon,
      nextUpdate: next,
      number: 3,
    });
    for (const list of [forged, forged.subarray(1), new Uint8Array()]) {
      expect(complaints([...lists, list])).toContain('timestamp-revocation indeterminate TRY_LATER');
    }
  });
});

/** Every octet of one piece of evidence with one bit flipped, the bit chosen by the place. */
function damaged(evidence: Uint8Array): Uint8Array[] {
  return [...evidence.keys()].map((place) =>
    evidence.map((octet, at) => (at === place ? octet ^ (1 << (place % 8)) : octet)),
  );
}

describe('damaged evidence', () => {
  const certificates = [pki.issuing.certificate];
  const shows = (crls: readonly Uint8Array[], ocsp: readonly Uint8Array[]) =>
    worstOf(
      verifyCertificate(pki.person.certificate, { certificates, trust: { roots, crls, ocsp }, at, purpose: 'signing' }),
    );

  it('shows nothing, whichever octet of a list differs', () => {
    const [, list = new Uint8Array()] = pki.crls(soon, next);
    expect(shows([...lists, list], [])).toBe('passed');
    expect(list.length).toBeGreaterThan(200);
    expect(damaged(list).filter((variant) => shows([...lists, variant], []) === 'passed')).toEqual([]);
  });

  it('shows nothing, whichever octet of an answer differs', () => {
    const good = answer(pki.person, { status: 'good' });
    expect(shows(lists, [good])).toBe('passed');
    expect(good.length).toBeGreaterThan(500);
    expect(damaged(good).filter((variant) => shows(lists, [variant]) === 'passed')).toEqual([]);
  });
});

describe('revocation by OCSP', () => {
  it.each(['sha256', 'sha1'] as const)('passes with good answers of the delegated responder (asked by %s)', (hash) => {
    expect(complaints(lists, [tsaGood, answer(pki.person, { status: 'good' }, soon, hash)])).toEqual([]);
  });

  it('refuses a revoked signer and cannot tell of an unknown one', () => {
    const revoked = answer(pki.person, { status: 'revoked', at: '2026-03-01T08:00:00.000Z', reason: 'superseded' });
    expect(complaints(lists, [tsaGood, revoked])).toEqual(['revocation failed REVOKED']);
    expect(complaints(lists, [tsaGood, answer(pki.person, { status: 'unknown' })])).toEqual([
      'revocation indeterminate TRY_LATER',
    ]);
  });

  it('takes no answer about somebody else', () => {
    expect(complaints(lists, [tsaGood, answer(pki.seal, { status: 'good' })])).toEqual([
      'revocation indeterminate TRY_LATER',
    ]);
  });

  it('takes no answer of one whom the issuer did not make a responder', () => {
    const stranger = testPki();
    const liars: [TestIdentity, Uint8Array][] = [
      [pki.seal, pki.seal.certificate],
      [stranger.ocsp, stranger.ocsp.certificate],
      [{ ...pki.ocsp, privateKey: pki.seal.privateKey }, pki.ocsp.certificate],
    ];
    for (const [who, certificate] of liars) {
      const lie = answerOcsp(requestFor(pki.person), {
        responderChain: [certificate, pki.issuing.certificate],
        key: who.privateKey,
        statusOf: () => ({ status: 'good' }),
        producedAt: soon,
        nextUpdate: next,
      });
      expect(complaints(lists, [tsaGood, lie])).toEqual(['revocation indeterminate TRY_LATER']);
    }
  });

  it('takes the answer of the issuer itself', () => {
    const own = answerOcsp(requestFor(pki.person), {
      responderChain: [pki.issuing.certificate],
      key: pki.issuing.privateKey,
      statusOf: ({ serial }) => ({ status: serial === '1001' ? 'good' : 'unknown' }),
      producedAt: soon,
      nextUpdate: next,
    });
    expect(complaints(lists, [tsaGood, own])).toEqual([]);
  });

  it('answers rubbish with malformedRequest, which is no evidence', () => {
    const rubbish = pki.answerOcsp(Uint8Array.of(1, 2, 3), soon, next, { status: 'good' });
    expect(Buffer.from(rubbish).toString('hex')).toBe('30030a0101');
    expect(complaints(lists, [tsaGood, rubbish])).toEqual(['revocation indeterminate TRY_LATER']);
  });
});
