import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Question, worstOf } from '@sillok/kernel';
import { addSignatureTimestamp, timestampClient } from '@sillok/signatures';
import { toPem } from '@sillok/signatures/issuing';
import { verifyCades, verifyCertificate, verifyTimestampToken } from '@sillok/signatures/verifying';
import { signDetached as signOurs, signStamped, stampingFetch, type TestKeyKind, testPki } from '@sillok/test-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool, runToolOrThrow } from './judges/run-tool.ts';
import { opensslCms, opensslOcsp, opensslTs } from './judges.ts';
import {
  type OpensslAuthority,
  ocspAnswer,
  opensslAuthority,
  signDetached,
  stampResponse,
} from './making/openssl-authority.ts';

const statement = Buffer.from('{"decision":"승인"}');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const digest = sha256(statement);
const at = '2026-03-01T09:00:00.500Z';
const openssl = (...words: string[]) => runToolOrThrow('openssl', words);

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-openssl-'));
  await writeFile(path('statement'), statement);
  await writeFile(path('other'), 'something else');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what we write, before openssl', () => {
  const pki = testPki();

  beforeAll(async () => {
    for (const name of ['root', 'issuing', 'person', 'seal', 'tsa', 'ocsp'] as const) {
      await writeFile(path(`${name}.pem`), toPem(pki[name].certificate));
    }
  });

  it.each<TestKeyKind>(['p256', 'p384', 'rsa3072'])('is CAdES at B-B and B-T, with a key of %s', async (keys) => {
    const own = testPki({ keys });
    await writeFile(path('own-root.pem'), toPem(own.root.certificate));
    await writeFile(path('bb.p7s'), signOurs(own.person, digest));
    await writeFile(path('bt.p7s'), await signStamped(own, own.seal, digest, at));
    for (const name of ['bb.p7s', 'bt.p7s']) {
      expect(await opensslCms(path(name), path('statement'), [path('own-root.pem')])).toMatchObject({ ok: true });
      expect(await opensslCms(path(name), path('other'), [path('own-root.pem')])).toMatchObject({ ok: false });
      expect(await opensslCms(path(name), path('statement'), [path('root.pem')])).toMatchObject({ ok: false });
    }
  });

  it('is a timestamp token over the digest and no other', async () => {
    const client = timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) });
    await writeFile(path('token.tst'), await client.stamp(digest));
    const over = { data: path('statement') };
    expect(await opensslTs(path('token.tst'), over, [path('root.pem')])).toMatchObject({ ok: true });
    expect(await opensslTs(path('token.tst'), { data: path('other') }, [path('root.pem')])).toMatchObject({
      ok: false,
    });
  });

  it('answers the timestamp queries of openssl, nonce included', async () => {
    await openssl('ts', '-query', '-data', path('statement'), '-sha256', '-cert', '-out', path('query.tsq'));
    await writeFile(path('reply.tsr'), pki.answerTimestamp(await readFile(path('query.tsq')), at, 'f001'));
    const words = ['-queryfile', path('query.tsq'), '-in', path('reply.tsr'), '-CAfile', path('root.pem')];
    expect((await openssl('ts', '-verify', ...words)).stdout).toContain('Verification: OK');
    const bare = ['ts', '-query', '-data', path('statement'), '-sha1', '-out', path('weak.tsq')];
    await openssl(...bare);
    await writeFile(path('weak.tsr'), pki.answerTimestamp(await readFile(path('weak.tsq')), at));
    const refused = await openssl('ts', '-reply', '-in', path('weak.tsr'), '-text');
    expect(refused.stdout).toContain('Status: Rejected');
    expect(refused.stdout).toContain('unrecognized or unsupported algorithm');
  });

  it.each(['-sha1', '-sha256'])('answers the OCSP requests of openssl, asked by %s', async (hash) => {
    const about = [hash, '-issuer', path('issuing.pem'), '-cert', path('person.pem')];
    await openssl('ocsp', ...about, '-reqout', path('request.ocsp'));
    const now = new Date().toISOString();
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const request = await readFile(path('request.ocsp'));
    await writeFile(path('good.ocsp'), pki.answerOcsp(request, now, soon, { status: 'good' }));
    const revoked = { status: 'revoked', at, reason: 'keyCompromise' } as const;
    await writeFile(path('revoked.ocsp'), pki.answerOcsp(request, now, soon, revoked));
    const asked = { roots: [path('root.pem')], between: path('issuing.pem') };
    expect(await opensslOcsp(path('good.ocsp'), asked)).toMatchObject({ ok: true });
    const trust = ['-CAfile', path('root.pem'), '-verify_other', path('issuing.pem')];
    // Without this option openssl would ask with a new nonce; the one in the request is compared all the same.
    const asRead = [...about, ...trust, '-no_nonce', '-reqin', path('request.ocsp')];
    const read = (answer: string) => openssl('ocsp', ...asRead, '-respin', answer);
    expect((await read(path('good.ocsp'))).stdout).toContain('person.pem: good');
    const bad = await read(path('revoked.ocsp'));
    expect(bad.stdout).toContain('person.pem: revoked');
    expect(bad.stdout).toContain('Reason: keyCompromise');
    expect(bad.stderr).toContain('Response verify OK');
  });

  it('is a chain with lists that tell the revoked from the good', async () => {
    const now = new Date().toISOString();
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const lists = pki.crls(now, soon, [{ serial: pki.seal.serial, at, reason: 'superseded' }]);
    await writeFile(path('lists.pem'), lists.map((list) => toPem(list, 'X509 CRL')).join(''));
    const trust = ['-CAfile', path('root.pem'), '-untrusted', path('issuing.pem'), '-CRLfile', path('lists.pem')];
    const judge = (name: string) =>
      runTool('openssl', ['verify', '-x509_strict', '-crl_check_all', ...trust, path(`${name}.pem`)]);
    for (const name of ['person', 'tsa', 'ocsp']) expect(await judge(name)).toMatchObject({ code: 0 });
    expect(await judge('seal')).toMatchObject({ code: 2, stderr: expect.stringContaining('certificate revoked') });
  });
});

describe('what openssl writes, before us', () => {
  let authority: OpensslAuthority;
  let root: Uint8Array;

  beforeAll(async () => {
    authority = await opensslAuthority(path('authority'));
    root = await der(authority.root);
  });

  const der = async (pem: string): Promise<Uint8Array> => {
    await openssl('x509', '-in', pem, '-outform', 'DER', '-out', `${pem}.der`);
    return readFile(`${pem}.der`);
  };
  const worst = (questions: readonly Question[]) => questions.filter((one) => one.verdict !== 'passed');

  it('passes a token of its timestamp authority, with its list, and not over another digest', async () => {
    await stampResponse(authority, path('statement'), path('stamp.tsr'));
    await openssl('ts', '-reply', '-in', path('stamp.tsr'), '-token_out', '-out', path('stamp.tst'));
    const token = await readFile(path('stamp.tst'));
    const trust = { roots: [root], crls: [await readFile(authority.crl)], ocsp: [] };
    const verdict = verifyTimestampToken(token, { digest, trust });
    expect(worst(verdict.questions)).toEqual([]);
    expect(worstOf(verdict.questions)).toBe('passed');
    expect(worst(verifyTimestampToken(token, { digest: sha256(Buffer.from('x')), trust }).questions)).toMatchObject([
      { question: 'timestamp-imprint', reason: 'HASH_FAILURE' },
    ]);
  });

  it('passes a certificate by its list, and by the answer of its responder', async () => {
    await ocspAnswer(authority, path('signer.ocsp'));
    const signer = await der(authority.signer);
    const at = new Date().toISOString();
    const check = (crls: Uint8Array[], ocsp: Uint8Array[]) =>
      verifyCertificate(signer, { certificates: [], trust: { roots: [root], crls, ocsp }, at, purpose: 'signing' });
    expect(worst(check([await readFile(authority.crl)], []))).toEqual([]);
    expect(worst(check([], [await readFile(path('signer.ocsp'))]))).toEqual([]);
    expect(worst(check([], []))).toMatchObject([{ question: 'revocation', reason: 'TRY_LATER' }]);
  });

  it('passes its CAdES with the time that it claims, and refuses that time within a PDF', async () => {
    await signDetached(authority, path('statement'), path('theirs.p7s'));
    const trust = { roots: [root], crls: [await readFile(authority.crl)], ocsp: [] };
    const theirs = await readFile(path('theirs.p7s'));
    const alone = verifyCades(theirs, { digest, trust, provenAt: at, signingTime: 'required' });
    expect(worst(alone.questions)).toEqual([]);
    expect(alone.claimedAt).toBeDefined();
    const inPdf = verifyCades(theirs, { digest, trust, provenAt: at, signingTime: 'forbidden' });
    expect(inPdf.questions).toEqual([
      {
        question: 'form',
        verdict: 'failed',
        reason: 'FORMAT_FAILURE',
        detail: 'a claimed time where none is allowed',
      },
    ]);
  });

  it('stamps a signature of ours with a token of theirs', async () => {
    const pki = testPki();
    const ours = await signStamped(pki, pki.person, digest, at);
    const foreign = await readFile(path('stamp.tst'));
    await writeFile(path('ours.p7s'), addSignatureTimestamp(ours, foreign));
    await writeFile(path('ours-root.pem'), toPem(pki.root.certificate));
    expect(await opensslCms(path('ours.p7s'), path('statement'), [path('ours-root.pem')])).toMatchObject({ ok: true });
  });
});
