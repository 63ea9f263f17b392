import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCommandLine } from '../../../infra/sillok/src/command-line.ts';
import { type SampleFolder, sampleFolder, writeFiles } from './sample-folder.ts';

let sample: SampleFolder;
let folder: string;
beforeAll(async () => {
  sample = await sampleFolder();
  folder = await mkdtemp(join(tmpdir(), 'sillok-verify-'));
  await writeFiles(folder, { ...sample.files, ...sample.trust });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const at = (path: string) => join(folder, path);
const verify = (...args: readonly string[]) => startCommandLine(['verify', ...args]);
const said = () => String(vi.mocked(console.log).mock.calls[0]?.[0]);
const complained = () => String(vi.mocked(console.error).mock.calls[0]?.[0]);

describe('sillok verify', () => {
  it('exits with 0 for what passed, and says so in words', async () => {
    expect(await verify(at('document.pdf'), '--trust', at('trust.json'))).toBe(0);
    const [first, , ...list] = said().split('\n');
    expect(first).toBe('✓ passed: pdf');
    expect(list).toContain('✓ passed         seal: signed — 행정안전부장관, 1002');
  });

  it('exits with 3 where nothing is trusted, the undecided first', async () => {
    expect(await verify('--json', folder)).toBe(3);
    const report = JSON.parse(said());
    expect(report).toMatchObject({ kind: 'folder', verdict: 'indeterminate' });
    expect(report.questions[0].verdict).toBe('indeterminate');
    expect(report.questions.at(-1).verdict).toBe('passed');
    expect(report.questions.some((one: { verdict: string }) => one.verdict === 'failed')).toBe(false);
  });

  it('exits with 1 for what failed, the failures first', async () => {
    await writeFile(at('junk.pdf'), Buffer.concat([Buffer.from(sample.files['document.pdf'] ?? ''), Buffer.from('x')]));
    expect(await verify(at('junk.pdf'), '--trust', at('trust.json'), '--json')).toBe(1);
    expect(JSON.parse(said()).questions[0]).toMatchObject({ verdict: 'failed', reason: 'FORMAT_FAILURE' });
  });

  it('lets nothing of the input steer the terminal', async () => {
    const type = '"type":"\u001b[2J"';
    await writeFile(at('evil.asice'), `PK${type}`);
    expect(await verify(at('evil.asice'))).toBe(1);
    expect(said()).not.toContain('\u001b');
  });

  it.each([
    [[], 'PATH: exactly one path is needed'],
    [['a.pdf', 'b.pdf'], 'PATH: exactly one path is needed'],
    [['nowhere.pdf'], 'PATH: there is no file or folder /'],
    [['--quick', 'a.pdf'], "Unknown option '--quick'"],
  ])('exits with 2 when asked %j', async (args, why) => {
    expect(await verify(...args)).toBe(2);
    expect(complained()).toContain(why);
    expect(vi.mocked(console.log)).not.toHaveBeenCalled();
  });

  it.each(['summary.json', 'statements', 'trust/root-0.pem'])(
    'exits with 2 for %s, which proves nothing',
    async (path) => {
      expect(await verify(at(path))).toBe(2);
      expect(complained()).toContain('PATH: ');
    },
  );

  it.each([
    ['{', '--trust: '],
    ['{"roots":"root.pem"}', 'roots: '],
    ['{"roots":[""]}', 'roots[0]: '],
    ['{"anchors":[]}', 'anchors: '],
    ['{"roots":["gone.pem"]}', 'roots[0]: '],
    ['{"roots":["summary.json"]}', 'roots[0]: there is no certificate in PEM'],
    ['{"witnesses":["summary.json"]}', 'witnesses[0]: there is no verifier key'],
    ['{"crls":["trust/list-0.crl","summary.json"]}', 'crls[1]: there is no DER'],
    ['{"ocsp":["summary.json"]}', 'ocsp[0]: there is no DER'],
    ['{"checkpoint":"trust/checkpoint"}', 'checkpoint: a checkpoint needs the keys that signed it'],
  ])('exits with 2 for the trust file %s', async (text, why) => {
    await writeFile(at('wrong.json'), text);
    expect(await verify(at('document.pdf'), '--trust', at('wrong.json'))).toBe(2);
    expect(complained()).toContain(`sillok verify: ${why}`);
  });
});
