import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedJudge, judgeNames } from './judges/installed-judge.ts';
import { runTool } from './judges/run-tool.ts';
import { dss, opensslCms, opensslOcsp, opensslTs, pdfsig, pyhanko, qpdf, verapdf, xmllint } from './judges.ts';
import {
  type OpensslAuthority,
  ocspAnswer,
  opensslAuthority,
  signDetached,
  stampResponse,
} from './making/openssl-authority.ts';
import { writeSignedPdf } from './making/signed-pdf.ts';

describe('the outside judges', () => {
  let folder = '';
  let authority: OpensslAuthority;
  let stranger: OpensslAuthority;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    for (const name of judgeNames) await installedJudge(name);
    folder = await mkdtemp(join(tmpdir(), 'sillok-judges-'));
    authority = await opensslAuthority(at('authority'));
    stranger = await opensslAuthority(at('stranger'));
    await writeSignedPdf(authority, at('good.pdf'));
    await writeFile(at('statement.json'), '{"decision":"approved"}');
    await signDetached(authority, at('statement.json'), at('statement.p7s'));
    await writeFile(at('other.json'), '{"decision":"rejected"}');
    await stampResponse(authority, at('statement.json'), at('statement.tsr'));
    await ocspAnswer(authority, at('signer.ocsp'));
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Writes `good.pdf` with one piece of text replaced by another of the same length. */
  async function damagedPdf(name: string, from: string, to: string): Promise<string> {
    const text = (await readFile(at('good.pdf'))).toString('latin1');
    expect(text).toContain(from);
    expect(to).toHaveLength(from.length);
    await writeFile(at(name), Buffer.from(text.replace(from, to), 'latin1'));
    return at(name);
  }

  function trustOf(one: OpensslAuthority) {
    return { roots: [one.root], crls: [one.crl] };
  }

  it('DSS passes a signed PDF and refuses it with one byte changed, or from a stranger', async () => {
    const trust = trustOf(authority);
    const good = await dss([at('good.pdf')], trust);
    expect(good, good.output).toMatchObject({ ok: true, warnings: [] });
    expect(good.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED', algorithm: 'ECDSA SHA256' });
    const changed = await dss([await damagedPdf('resized.pdf', '595 842', '595 843')], trust);
    expect(changed.ok).toBe(false);
    expect(changed.answers[0]?.signatures?.[0]).toMatchObject({
      indication: 'TOTAL_FAILED',
      subIndication: 'HASH_FAILURE',
    });
    const unknown = await dss([at('good.pdf')], trustOf(stranger));
    expect(unknown.ok).toBe(false);
    expect(unknown.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'INDETERMINATE' });
  });

  it('DSS is content with an OCSP answer in place of the list, and asks for one of them', async () => {
    const answered = await dss([at('good.pdf')], { roots: [authority.root], ocsp: [at('signer.ocsp')] });
    expect(answered.ok, answered.output).toBe(true);
    expect((await dss([at('good.pdf')], { roots: [authority.root] })).ok).toBe(false);
  });

  it('DSS passes a detached signature over its content and refuses it over another', async () => {
    const trust = trustOf(authority);
    const good = await dss([at('statement.p7s')], { ...trust, detached: [at('statement.json')] });
    expect(good, good.output).toMatchObject({ ok: true, warnings: [] });
    expect((await dss([at('statement.p7s')], { ...trust, detached: [at('other.json')] })).ok).toBe(false);
  });

  it('veraPDF passes a PDF/A-2a and names the rule that a damaged one breaks', async () => {
    const good = await verapdf([at('good.pdf')], '2a');
    expect(good.ok, good.output).toBe(true);
    const untagged = await verapdf([await damagedPdf('untagged.pdf', '/Marked true ', '/Marked false')], '2a');
    expect(untagged.ok).toBe(false);
    expect(untagged.output).toContain('6.7.2.2');
  });

  it('pyHanko passes a signed PDF and refuses it changed, from a stranger, or without the timestamp asked for', async () => {
    const trust = { ...trustOf(authority), ades: 'basic' } as const;
    const good = await pyhanko(at('good.pdf'), trust);
    expect(good.ok, good.output).toBe(true);
    expect((await pyhanko(await damagedPdf('resized-2.pdf', '595 842', '595 843'), trust)).ok).toBe(false);
    expect((await pyhanko(at('good.pdf'), { ...trustOf(stranger), ades: 'basic' })).ok).toBe(false);
    expect((await pyhanko(at('good.pdf'), { ...trust, ades: 'time' })).ok).toBe(false);
  });

  it('pdfsig passes a signed PDF, refuses it changed, and refuses one without a signature', async () => {
    const good = await pdfsig(at('good.pdf'));
    expect(good.ok, good.output).toBe(true);
    expect((await pdfsig(await damagedPdf('resized-3.pdf', '595 842', '595 843'))).ok).toBe(false);
    expect((await pdfsig(await damagedPdf('unsigned.pdf', '/FT /Sig', '/FT /Btn'))).ok).toBe(false);
  });

  it('qpdf passes a sound PDF and refuses one whose table points elsewhere', async () => {
    const good = await qpdf(at('good.pdf'));
    expect(good, good.output).toMatchObject({ ok: true, warnings: [] });
    expect((await qpdf(await damagedPdf('shifted.pdf', '3 0 obj', '9 0 obj'))).ok).toBe(false);
  });

  it('openssl passes a detached CAdES signature and refuses other content, a stranger and a plain CMS', async () => {
    const { root, crl } = authority;
    const good = await opensslCms(at('statement.p7s'), at('statement.json'), [root], [crl]);
    expect(good.ok, good.output).toBe(true);
    expect((await opensslCms(at('statement.p7s'), at('other.json'), [root], [crl])).ok).toBe(false);
    expect((await opensslCms(at('statement.p7s'), at('statement.json'), [stranger.root])).ok).toBe(false);
    await signDetached(authority, at('statement.json'), at('plain.p7s'), 'plain');
    expect((await opensslCms(at('plain.p7s'), at('statement.json'), [root])).ok).toBe(false);
  });

  it('openssl passes a timestamp over its data and refuses other data, a stranger and a damaged token', async () => {
    const good = await opensslTs(at('statement.tsr'), { data: at('statement.json') }, [authority.root]);
    expect(good.ok, good.output).toBe(true);
    expect((await opensslTs(at('statement.tsr'), { data: at('other.json') }, [authority.root])).ok).toBe(false);
    expect((await opensslTs(at('statement.tsr'), { data: at('statement.json') }, [stranger.root])).ok).toBe(false);
    await runTool('openssl', ['ts', '-reply', '-in', at('statement.tsr'), '-token_out', '-out', at('statement.tst')]);
    const token = await opensslTs(at('statement.tst'), { data: at('statement.json') }, [authority.root]);
    expect(token.ok, token.output).toBe(true);
    await writeFile(at('damaged.tst'), flipped(await readFile(at('statement.tst')), 12));
    expect((await opensslTs(at('damaged.tst'), { data: at('statement.json') }, [authority.root])).ok).toBe(false);
  });

  it('openssl passes an OCSP answer and refuses it of another certificate, from a stranger, or damaged', async () => {
    const roots = [authority.root];
    const certificate = { subject: authority.signer, issuer: authority.root };
    const good = await opensslOcsp(at('signer.ocsp'), { roots, certificate });
    expect(good.ok, good.output).toBe(true);
    const unasked = await opensslOcsp(at('signer.ocsp'), { roots });
    expect(unasked.ok, unasked.output).toBe(true);
    const another = { subject: join(authority.folder, 'stamper.pem'), issuer: authority.root };
    expect((await opensslOcsp(at('signer.ocsp'), { roots, certificate: another })).ok).toBe(false);
    expect((await opensslOcsp(at('signer.ocsp'), { roots: [stranger.root] })).ok).toBe(false);
    await writeFile(at('damaged.ocsp'), flipped(await readFile(at('signer.ocsp')), 90));
    expect((await opensslOcsp(at('damaged.ocsp'), { roots })).ok).toBe(false);
  });

  it('xmllint passes well-formed XML and refuses XML that is not', async () => {
    await writeFile(at('good.xml'), '<a><b/></a>');
    await writeFile(at('bad.xml'), '<a><b></a>');
    expect((await xmllint(at('good.xml'))).ok).toBe(true);
    expect((await xmllint(at('bad.xml'))).ok).toBe(false);
  });

  it('a program that is missing is an error that says what to install', async () => {
    await expect(runTool('no-such-judge', [])).rejects.toThrow(/need no-such-judge, which cannot be started here/);
  });
});

function flipped(bytes: Uint8Array, offset: number): Uint8Array {
  return bytes.map((byte, index) => (index === offset ? byte ^ 1 : byte));
}
