import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCommandLine } from '../../infra/sillok/src/command-line.ts';
import { rawZip } from '../../libs/archival-package/src/testing/raw-zip.ts';
import { samplePackage } from '../../libs/archival-package/src/testing/sample-package.ts';
import { writeContainer, writeFolder } from '../../libs/archival-package/src/testing/write-container.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const validate = (...args: readonly string[]) => startCommandLine(['validate', ...args]);
const said = () => String(vi.mocked(console.log).mock.calls[0]?.[0]);
const complained = () => String(vi.mocked(console.error).mock.calls[0]?.[0]);
const changed = (change: (mets: string) => string) => writeFolder(samplePackage({ 'METS.xml': change }));

describe('sillok validate', () => {
  it('exits with 0 for a valid package', async () => {
    expect(await validate(writeFolder(samplePackage()))).toBe(0);
    expect(said()).toBe('✓ valid by the E-ARK profiles 2.2.0: 0 MUST, 0 SHOULD, 0 MAY');
  });

  it('exits with 1 for one that is not, the worst first and each with file and line', async () => {
    const path = changed((mets) => mets.replace(' LABEL="A sample"', '').replace('LABEL="CSIP"', 'LABEL="Map"'));
    expect(await validate(path)).toBe(1);
    expect(said().split('\n')).toEqual([
      '✗ not valid by the E-ARK profiles 2.2.0: 1 MUST, 0 SHOULD, 1 MAY',
      '',
      'MUST    CSIP82      METS.xml:32  @LABEL is "Map"; it must be "CSIP"',
      'MAY     SIP1        METS.xml:2  mets/@LABEL is missing',
    ]);
  });

  it('says the same to machines, in the version that is asked', async () => {
    expect(await validate(writeFolder(samplePackage()), '--version', '2.1.0', '--json')).toBe(1);
    expect(JSON.parse(said())).toMatchObject({
      valid: false,
      version: '2.1.0',
      findings: [{ requirement: 'SIP2', level: 'MUST', path: 'METS.xml', line: 2, place: 'mets/@PROFILE' }],
    });
  });

  it('lets no name of a package steer the terminal', async () => {
    const zip = rawZip([
      { name: 'a/METS.xml', content: Buffer.from('<mets/>') },
      { name: 'a/\u001b[2J', content: Buffer.from('x') },
    ]);
    expect(await validate(writeContainer('evil.zip', zip))).toBe(1);
    expect(said()).toContain('\\u{1b}');
    expect(said()).not.toContain('\u001b');
  });

  it.each([
    [[], 'exactly one path is needed'],
    [['a', 'b'], 'exactly one path is needed'],
    [['a', '--version', '1.0'], '--version is one of 2.0.4, 2.1.0, 2.2.0'],
    [[join(import.meta.dirname, 'nowhere')], 'there is no such file or folder'],
    [[import.meta.filename], 'this is neither a folder nor a zip nor a plain tar'],
  ])('exits with 2 for %j and says why', async (args, why) => {
    expect(await validate(...args)).toBe(2);
    expect(complained()).toContain(why);
  });
});
