import { createHash } from 'node:crypto';
import { sha256Hex } from '@sillok/evidence';
import { canonicalBytes } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import { ocspRequest, softwareSigner, timestampClient } from '@sillok/signatures';
import type { CertificateStatus } from '@sillok/signatures/issuing';
import { verifyCades } from '@sillok/signatures/verifying';
import { signDetached, stampingFetch, type TestIdentity, testPki } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import type { SealRequest, SignedStatement } from './seal-request.ts';
import { createSealSigner } from './seal-signer.ts';

const pki = testPki();
const reviewer = pki.issue('person', '1005', '김영희', pki.issuing);
const at = '2026-03-01T09:00:00.500Z';
const years = '2016-05-04T03:02:01.000Z';
const paper = Buffer.from('%PDF-1.7 the frozen paper');
const content = [Buffer.concat([paper, Buffer.from(' and its seal')])];

const line = [
  {
    step: 1,
    role: 'reviewer',
    personId: 'person-0001',
    appointmentId: 'appoint-0001',
    unitId: 'unit-0001',
    position: '과장',
  },
  {
    step: 2,
    role: 'approver',
    personId: 'person-0002',
    appointmentId: 'appoint-0002',
    unitId: 'unit-0001',
    position: '국장',
  },
];

interface Told {
  readonly who: TestIdentity;
  readonly step: number;
  readonly earlier: readonly SignedStatement[];
  readonly claimedAt?: string;
  readonly about?: Uint8Array;
}

function signedStatement({ who, step, earlier, claimedAt = at, about = paper }: Told): SignedStatement {
  const bytes = canonicalBytes({
    type: 'step-statement',
    version: 1,
    log: '1741000',
    institution: '행정안전부',
    case: 'document-0001',
    caseVersion: 1,
    nonce: String(step).repeat(32),
    manifest: { algorithm: 'sha-256', digest: '0'.repeat(64) },
    paper: { sha256: sha256Hex(about), bytes: about.length },
    line,
    step,
    capacity: step === 1 ? 'reviewer' : 'approver',
    ...(step === 1 ? {} : { mode: 'own' }),
    earlier: earlier.map((one) => sha256Hex(one.bytes)),
    decision: step === 1 ? 'reviewed' : 'approved',
    authority: { appointment: `appoint-000${step}`, directoryEvent: 'event-0001', policyPack: '0'.repeat(64) },
    checkpoint: null,
    certificate: sha256Hex(who.certificate),
    controlClass: 'demo',
    claimedAt,
    sentence: '승인합니다',
  });
  return { bytes, cms: signDetached(who, createHash('sha256').update(bytes).digest(), claimedAt) };
}

function lineOf(more: Pick<Partial<Told>, 'claimedAt' | 'about'> = {}): readonly [SignedStatement, SignedStatement] {
  const first = signedStatement({ who: reviewer, step: 1, earlier: [], ...more });
  return [first, signedStatement({ who: pki.person, step: 2, earlier: [first], ...more })];
}

/** Answers of the very moment about each certificate it is asked about, as an institution's trust service gets them. */
function trustThatSays(statusOf: (certificate: Uint8Array) => CertificateStatus): TrustService {
  const crls = pki.crls(at, '2049-01-01T00:00:00.000Z').slice(0, 1);
  return {
    roots: [pki.root.certificate],
    async revocationOf(chain) {
      const [certificate, issuer] = chain;
      if (certificate === undefined || issuer === undefined) return { crls, ocsp: [] };
      const answered = pki.answerOcsp(
        ocspRequest(certificate, issuer),
        at,
        '2049-01-01T00:00:00.000Z',
        statusOf(certificate),
      );
      return { crls, ocsp: [answered] };
    },
  };
}

const allGood = trustThatSays(() => ({ status: 'good' }));

function sealing(more: Partial<SealRequest>, trust = allGood): Promise<Uint8Array> {
  const signer = createSealSigner({
    institutionId: 'mois',
    signer: softwareSigner({ keys: new Map([['seal', pki.seal]]) }),
    trust,
    timestamps: timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) }),
  });
  const statements = lineOf();
  return signer.sign({ keyId: 'seal', kind: 'pdf', content, paper, statements, sentence: '행정-1', at, ...more });
}

const refused = (why: string) =>
  expect.objectContaining({ code: 'signature-invalid', message: expect.stringContaining(why) });

describe('the seal', () => {
  it('signs what the whole line approved, claiming a time for a container and none within a PDF', async () => {
    const crls = pki.crls('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z');
    const digest = createHash('sha256').update(Buffer.concat(content)).digest();
    const check = { digest, trust: { roots: [pki.root.certificate], crls, ocsp: [] } };
    const inPdf = verifyCades(await sealing({}), { ...check, signingTime: 'forbidden' });
    expect(inPdf.questions.filter((one) => one.verdict !== 'passed')).toEqual([]);
    const alone = verifyCades(await sealing({ kind: 'container' }), { ...check, signingTime: 'required' });
    expect(alone.questions.filter((one) => one.verdict !== 'passed')).toEqual([]);
    expect(alone).toMatchObject({ claimedAt: '2026-03-01T09:00:00.000Z', bestSignatureTime: at });
  });

  it('signs what was approved years earlier by people whose certificates still hold', async () => {
    await expect(sealing({ statements: lineOf({ claimedAt: years }) })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses a statement with the signature of another', async () => {
    const [first, last] = lineOf();
    await expect(sealing({ statements: [first, { ...last, cms: first.cms }] })).rejects.toThrow(
      refused('message-digest'),
    );
    const cms = signDetached(pki.seal, createHash('sha256').update(last.bytes).digest(), at);
    await expect(sealing({ statements: [first, { ...last, cms }] })).rejects.toThrow(
      refused('signed by whom it names'),
    );
  });

  it('refuses a signature that is none', async () => {
    const [first, last] = lineOf();
    const statements = [first, { ...last, cms: Uint8Array.of(0x30, 0) }];
    await expect(sealing({ statements })).rejects.toThrow(refused('form'));
  });

  it('refuses where a statement is missing', async () => {
    const [first, last] = lineOf();
    await expect(sealing({ statements: [] })).rejects.toThrow(refused('statements are canonical'));
    await expect(sealing({ statements: [first] })).rejects.toThrow(refused('steps follow the line'));
    await expect(sealing({ statements: [last] })).rejects.toThrow(refused('each names all before it'));
  });

  it('refuses another paper, and content that begins with another', async () => {
    const other = Buffer.from('%PDF-1.7 the foisted paper');
    const foisted = { paper: other, content: [other] };
    await expect(sealing(foisted)).rejects.toThrow(refused('the approved paper is this one'));
    await expect(sealing({ content: [other] })).rejects.toThrow(refused('the content begins with the paper'));
    await expect(sealing({ statements: lineOf({ about: other }) })).rejects.toThrow(
      refused('the approved paper is this one'),
    );
  });

  it('refuses a signer who was revoked, whoever of the line it is', async () => {
    for (const who of [reviewer, pki.person]) {
      const trust = trustThatSays((certificate) =>
        Buffer.from(who.certificate).equals(certificate)
          ? { status: 'revoked', at: '2026-02-01T00:00:00.000Z', reason: 'keyCompromise' }
          : { status: 'good' },
      );
      await expect(sealing({}, trust)).rejects.toThrow(refused('revocation REVOKED'));
    }
  });

  it('refuses while nobody says whether a signer was revoked', async () => {
    const silent: TrustService = { ...allGood, revocationOf: async () => ({ crls: [], ocsp: [] }) };
    await expect(sealing({}, silent)).rejects.toThrow(refused('revocation TRY_LATER'));
  });

  it('signs nothing once its own certificate is revoked', async () => {
    const trust = trustThatSays((certificate) =>
      Buffer.from(pki.seal.certificate).equals(certificate)
        ? { status: 'revoked', at: '2026-02-01T00:00:00.000Z', reason: 'superseded' }
        : { status: 'good' },
    );
    await expect(sealing({}, trust)).rejects.toThrow(expect.objectContaining({ code: 'certificate-revoked' }));
  });
});
