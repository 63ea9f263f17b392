import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContainerFile, questionsOfAsic, readAsic, writeAsic } from '@sillok/exchange-container';
import { type Question, worstOf } from '@sillok/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedJudge } from './judges/installed-judge.ts';
import { runToolOrThrow } from './judges/run-tool.ts';
import { dss, opensslCms, xmllint } from './judges.ts';
import { type OpensslAuthority, opensslAuthority, signDetached } from './making/openssl-authority.ts';

const files: readonly ContainerFile[] = [
  { name: '공문서 1+2 & 둘.txt', bytes: Buffer.from('본문'), mediaType: 'text/plain' },
  { name: 'statements/01 ຄຳຖະແຫຼງ.json', bytes: Buffer.from('{}'), mediaType: 'application/json' },
];

describe('our exchange container', () => {
  let folder = '';
  let authority: OpensslAuthority;
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    await installedJudge('dss');
    folder = await mkdtemp(join(tmpdir(), 'sillok-containers-'));
    authority = await opensslAuthority(at('authority'));
    await writeFile(at('ours.asice'), await writeAsic({ files, sign, modifiedAt: '2026-03-04T05:06:07.890Z' }));
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function sign(manifest: Uint8Array): Promise<Uint8Array> {
    await writeFile(at('manifest.xml'), manifest);
    await signDetached(authority, at('manifest.xml'), at('manifest.p7s'));
    return readFile(at('manifest.p7s'));
  }

  /** Only the cryptography; the chain is the other judges' matter. */
  async function byOpenssl(cms: Uint8Array, content: Uint8Array): Promise<readonly Question[]> {
    await writeFile(at('asked.p7s'), cms);
    await writeFile(at('asked.content'), content);
    const asked = ['-in', at('asked.p7s'), '-content', at('asked.content'), '-out', at('asked.out')];
    const run = spawnSync('openssl', ['cms', '-verify', '-noverify', '-binary', '-inform', 'DER', ...asked]);
    return [{ question: 'cms', verdict: run.status === 0 ? 'passed' : 'failed', reason: 'openssl' }];
  }

  it('is an ASiC-E that DSS passes, with every file in the scope of the signature', async () => {
    const judged = await dss([at('ours.asice')], { roots: [authority.root], crls: [authority.crl] });
    expect(judged, judged.output).toMatchObject({ ok: true, warnings: [] });
    const [answer] = judged.answers;
    expect(answer?.container).toBe('ASiC-E');
    expect(answer?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED', format: 'CAdES-BASELINE-B' });
    expect(answer?.signatures?.[0]?.scopes).toEqual(expect.arrayContaining(files.map((file) => `FULL ${file.name}`)));
  });

  it('is refused by DSS and by us with one byte of a file changed', async () => {
    const bytes = await readFile(at('ours.asice'));
    const place = bytes.indexOf('본문');
    bytes[place] = 0x20;
    await writeFile(at('changed.asice'), bytes);
    expect((await dss([at('changed.asice')], { roots: [authority.root], crls: [authority.crl] })).ok).toBe(false);
    expect(worstOf(await questionsOfAsic(bytes, byOpenssl, { form: 'own' }))).toBe('failed');
  });

  it('carries a manifest and a signature that xmllint and openssl accept', async () => {
    const { manifests, signatures } = await readAsic(await readFile(at('ours.asice')));
    await writeFile(at('read.xml'), manifests[0]?.bytes ?? '');
    await writeFile(at('read.p7s'), signatures[0]?.bytes ?? '');
    const wellFormed = await xmllint(at('read.xml'));
    expect(wellFormed.ok, wellFormed.output).toBe(true);
    const judged = await opensslCms(at('read.p7s'), at('read.xml'), [authority.root], [authority.crl]);
    expect(judged.ok, judged.output).toBe(true);
  });

  it('unpacks with a common tool to the very files', async () => {
    await runToolOrThrow('python3', ['-m', 'zipfile', '-e', at('ours.asice'), at('unpacked')]);
    for (const file of files) expect(await readFile(join(at('unpacked'), file.name))).toEqual(file.bytes);
  });

  describe.skipIf(process.env['SILLOK_CORPORA'] === undefined)('beside DSS on the containers of SILLOK_CORPORA', () => {
    const corpus = join(process.env['SILLOK_CORPORA'] ?? '', 'asic-cades');
    const names = [
      'multifiles-ok.asice',
      'multifiles-ok.asics',
      'asice-cades-lta-atst-v3.sce',
      'cades-lta-alternative-naming.sce',
      'evidencerecord/cades-lta.sce',
      'evidencerecord/cades-lt-two-sigs.sce',
      'evidencerecord/cades-lt-with-er-chain-renewed.sce',
      'brokenReferenceAndAlteredManifest.asice',
      'cades-invalid-digest-algo.asics',
      'malformed-container.asics',
      'open-document.odp',
      'removed-doc.asice',
      'removed-doc.asics',
      'evidencerecord/er-asn1-full-renewal-with-invalid-manifest.asice',
      'evidencerecord/er-asn1-no-hashtree-wrong-digest.sce',
    ];

    it('fails what DSS fails or cannot read, and nothing whose only want is a chain', async () => {
      const { answers } = await dss(names.map((name) => join(corpus, name)));
      const theirs = answers.map(({ refused, signatures = [], evidenceRecords = [] }) => {
        const reasons = [...signatures, ...evidenceRecords].map((one) => one.subIndication);
        return refused !== undefined || reasons.some((reason) => reason !== 'NO_CERTIFICATE_CHAIN_FOUND');
      });
      const ours: boolean[] = [];
      for (const name of names) {
        ours.push(worstOf(await questionsOfAsic(await readFile(join(corpus, name)), byOpenssl)) === 'failed');
      }
      expect(theirs.filter(Boolean)).toHaveLength(8);
      expect(names.filter((_, index) => ours[index])).toEqual(names.filter((_, index) => theirs[index]));
    });
  });
});
