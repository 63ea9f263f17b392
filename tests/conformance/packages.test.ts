import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signaturePath, validatePackage, type WrittenPackage, writePackage } from '@sillok/archival-package';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earkValidatorMistakes } from './eark-validator-mistakes.ts';
import { installedJudge } from './judges/installed-judge.ts';
import { runToolOrThrow } from './judges/run-tool.ts';
import { commonsIp, earkValidator, metsTroubles, opensslCms } from './judges.ts';
import { type OpensslAuthority, opensslAuthority, signDetached } from './making/openssl-authority.ts';
import { submissionPlan } from './making/package-plans.ts';
import { planKeeping } from './making/preserved-package.ts';

const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';

describe('a package that we write', () => {
  let folder = '';
  let authority: OpensslAuthority;
  /** Paths of the zips and of what unzip made of them: a submission, and what is preserved of it. */
  let zips: readonly string[] = [];
  let unpacked: readonly string[] = [];
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    await Promise.all([installedJudge('commons-ip'), installedJudge('eark-validator')]);
    folder = await mkdtemp(join(tmpdir(), 'sillok-packages-'));
    authority = await opensslAuthority(at('authority'));
    const submission = submissionPlan();
    const sip = await writePackage(submission, { sign });
    const preserved = await planKeeping(sip, ['item-0001', 'item-0003']);
    const aip = await writePackage(preserved, { sign });
    zips = [await written(submission.packageId, sip), await written(preserved.packageId, aip)];
    unpacked = await unzipped('unpacked');
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function sign(mets: Uint8Array): Promise<Uint8Array> {
    await writeFile(at('signed.xml'), mets);
    await signDetached(authority, at('signed.xml'), at('signed.p7s'));
    return readFile(at('signed.p7s'));
  }

  async function written(name: string, { bytes }: WrittenPackage): Promise<string> {
    await writeFile(at(`${name}.zip`), bytes);
    return at(`${name}.zip`);
  }

  async function unzipped(into: string): Promise<readonly string[]> {
    for (const zip of zips) await runToolOrThrow('unzip', ['-q', '-d', at(into), zip]);
    return zips.map((zip) => zip.replace(folder, at(into)).replace(/\.zip$/, ''));
  }

  it('leaves our own validator only what may be left out', async () => {
    const reports = await Promise.all([...zips, ...unpacked].map((path) => validatePackage(path)));
    expect(reports.map(({ valid }) => valid)).toEqual([true, true, true, true]);
    const found = reports.map(({ findings }) => findings.map((one) => `${one.level} ${one.requirement}`).sort());
    const ofSubmission = ['MAY CSIP45', 'MAY SIP21', 'MAY SIP6', 'MAY SIP8'];
    expect(found).toEqual([ofSubmission, ['MAY CSIP45'], ofSubmission, ['MAY CSIP45']]);
  });

  it('satisfies commons-ip 2.2.0 to the last SHOULD, packed and unpacked', async () => {
    const { answers } = await commonsIp([...zips, ...unpacked], '2.2.0');
    expect(answers.map(({ refused, findings }) => refused ?? findings)).toEqual([[], [], [], []]);
    expect(answers.map(({ passed }) => passed)).toEqual([true, true, true, true]);
  });

  it('is told by eark-validator its known mistakes and nothing else, and each of those', async () => {
    const { answers } = await earkValidator([...zips, ...unpacked], '2.1.0');
    expect(answers.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined, undefined]);
    const found = answers.flatMap(({ findings = [] }) => findings.filter(({ severity }) => severity !== 'info'));
    const requirements = [...new Set(found.map(({ requirement }) => requirement))].sort();
    expect(requirements).toEqual(Object.keys(earkValidatorMistakes).sort());
  });

  it('is refused by both judges once it is damaged', async () => {
    const [changed = '', logical = ''] = await unzipped('damaged');
    await writeFile(join(changed, 'documentation', 'how-to-check.html'), 'another page');
    const mets = await readFile(join(logical, 'METS.xml'), 'utf8');
    await writeFile(join(logical, 'METS.xml'), mets.replace('TYPE="PHYSICAL"', 'TYPE="LOGICAL"'));
    const [byCommonsIp] = (await commonsIp([changed], '2.2.0')).answers;
    expect(byCommonsIp?.findings?.map(({ requirement }) => requirement)).toEqual(['CSIP69', 'CSIP71']);
    const [byEark] = (await earkValidator([logical], '2.1.0')).answers;
    expect(byEark?.findings?.map(({ requirement }) => requirement)).toContain('CSIP81');
  });

  it('has its seal checked by openssl over the METS that unzip yields', async () => {
    for (const root of unpacked) {
      const verdict = await opensslCms(join(root, signaturePath), join(root, 'METS.xml'), [authority.root]);
      expect(verdict, verdict.output).toMatchObject({ ok: true });
    }
  });

  it.skipIf(corpora === undefined)(`has METS that keep the stock schema${skipped}`, async () => {
    for (const root of unpacked) expect(await metsTroubles(root, join(corpora ?? '', 'specs'))).toEqual([]);
  });
});
