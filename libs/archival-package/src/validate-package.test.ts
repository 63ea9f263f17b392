import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { bytes, type SampleFiles, samplePackage } from './testing/sample-package.ts';
import { writeFolder } from './testing/write-container.ts';
import { validatePackage } from './validate-package.ts';

async function findingsOf(files: SampleFiles, name?: string): Promise<readonly Finding[]> {
  return (await validatePackage(writeFolder(files, name))).findings;
}

async function requirementsOf(files: SampleFiles): Promise<readonly string[]> {
  return [...new Set((await findingsOf(files)).map(({ requirement }) => requirement))].sort();
}

function without(...paths: readonly string[]): SampleFiles {
  const files = samplePackage();
  for (const path of paths) files.delete(path);
  return files;
}

describe('a package', () => {
  it('that meets every MUST, SHOULD and MAY has no finding at all', async () => {
    expect(await validatePackage(writeFolder(samplePackage()))).toEqual({
      valid: true,
      version: '2.2.0',
      findings: [],
    });
  });

  it('is asked by the version: 2.1.0 and 2.0.4 know another profile URL', async () => {
    const path = writeFolder(samplePackage());
    const asked = await Promise.all((['2.0.4', '2.1.0'] as const).map((version) => validatePackage(path, { version })));
    expect(asked.map(({ findings }) => findings.map(({ requirement }) => requirement))).toEqual([['SIP2'], ['SIP2']]);
  });

  it('is told all that is wrong at once, each with its file and line', async () => {
    const files = samplePackage({
      'METS.xml': (mets) => mets.replace('TYPE="Mixed"', 'TYPE="Heap"').replace(/<fptr FILEID="group-schemas"\/>/, ''),
      'representations/rep1/METS.xml': (mets) => mets.replace('LABEL="CSIP"', 'LABEL="Other"'),
    });
    const findings = await findingsOf(files);
    expect(findings.map(({ requirement, path }) => `${requirement} ${path}`)).toEqual([
      'CSIP2 METS.xml',
      'CSIP100 METS.xml',
      'CSIP100 METS.xml',
      'CSIP118 METS.xml',
      'CSIP82 representations/rep1/METS.xml',
    ]);
    expect(findings.every(({ line }) => line !== undefined && line > 1)).toBe(true);
  });

  it('stays valid with findings of SHOULD and MAY', async () => {
    const files = samplePackage({
      'METS.xml': (mets) => mets.replace(' LABEL="A sample"', '').replace(/ LASTMODDATE="[^"]*"/, ''),
    });
    const { valid, findings } = await validatePackage(writeFolder(files));
    expect([valid, ...findings.map(({ requirement, level }) => `${requirement} ${level}`)]).toEqual([
      true,
      'CSIP8 SHOULD',
      'SIP1 MAY',
    ]);
  });

  it('without METS.xml, or with it written otherwise, misses CSIPSTR4', async () => {
    expect(await requirementsOf(without('METS.xml'))).toContain('CSIPSTR4');
    const files = samplePackage();
    files.set('mets.xml', files.get('METS.xml') ?? new Uint8Array());
    files.delete('METS.xml');
    expect((await findingsOf(files)).find(({ requirement }) => requirement === 'CSIPSTR4')?.message).toBe(
      'METS.xml is written mets.xml',
    );
  });

  it('is found in a folder that holds nothing else', async () => {
    const files: SampleFiles = new Map(
      [...samplePackage()].map(([path, content]) => [`sample-package/${path}`, content]),
    );
    expect(await findingsOf(files, 'wrapper')).toEqual([]);
  });

  it('tells of each file that nobody speaks of, and of each without bytes', async () => {
    const files = samplePackage();
    files.set('representations/rep1/data/stray.txt', bytes('who am I'));
    files.set('documentation/empty.txt', bytes(''));
    expect((await findingsOf(files)).map(({ requirement, path }) => `${requirement} ${path}`)).toEqual([
      'SILLOK-FILE-UNREFERENCED documentation/empty.txt',
      'SILLOK-FILE-EMPTY documentation/empty.txt',
      'SILLOK-FILE-UNREFERENCED representations/rep1/data/stray.txt',
    ]);
  });

  it('is no package where the path leads nowhere or to something else', async () => {
    await expect(validatePackage('/nowhere/at/all')).rejects.toMatchObject({ code: 'input-invalid', field: 'PATH' });
    await expect(validatePackage(import.meta.filename)).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('fixity', () => {
  it.each([
    ['another size', 'METS.xml', 'A longer letter.', ['CSIP69', 'CSIP71']],
    ['other bytes', 'METS.xml', 'B letter.', ['CSIP71']],
  ])('tells of %s', async (_name, _mets, content, expected) => {
    const files = samplePackage();
    files.set('representations/rep1/data/letter.txt', bytes(content));
    expect(await requirementsOf(files)).toEqual(expected);
  });

  it.each([
    ['a descriptive file', 'metadata/descriptive/dc.xml', 'CSIP24'],
    ['a file of provenance', 'metadata/preservation/premis.xml', 'CSIP38'],
    ['a file of rights', 'metadata/other/rights.xml', 'CSIP51'],
    ['a file of a group', 'schemas/mets.xsd', 'CSIP79'],
  ])('misses %s by name', async (_name, path, requirement) => {
    const finding = (await findingsOf(without(path))).find((one) => one.requirement === requirement);
    expect(finding).toMatchObject({ level: 'MUST', path: 'METS.xml' });
    expect(finding?.message).toContain(path);
  });

  it.each([
    ['MD5', '7e4a4dc6c8c3e3a7a2d2ae5ae7a0b3a1', 'CSIP71'],
    ['CRC32', '00000000', 'CSIP71'],
    ['Adler-32', '00000000', 'CSIP71'],
    ['TIGER', '00', 'SILLOK-CHECKSUM-UNKNOWN'],
    ['sha-256', '00', 'CSIP72'],
  ])('asks a checksum of type %s', async (type, checksum, requirement) => {
    const files = samplePackage({
      'METS.xml': (mets) =>
        mets.replace(
          /CHECKSUM="\w+" CHECKSUMTYPE="SHA-256"([^>]*><FLocat[^>]*mets\.xsd)/,
          `CHECKSUM="${checksum}" CHECKSUMTYPE="${type}"$1`,
        ),
    });
    expect(await requirementsOf(files)).toEqual([requirement]);
  });

  it('knows the letter case, the escapes and the slashes of a reference', async () => {
    const changes: readonly (readonly [string, readonly string[]])[] = [
      ['documentation/Read%20Me.txt', ['SILLOK-HREF-CASE']],
      ['documentation/read me.txt', ['SILLOK-HREF-ENCODING']],
      ['documentation\\read me.txt', ['SILLOK-HREF-BACKSLASH']],
      ['file:documentation/read%20me.txt', []],
      ['../../etc/passwd', ['CSIP79', 'SILLOK-FILE-UNREFERENCED', 'SILLOK-HREF-CLIMBS']],
      ['https://example.org/read', ['SILLOK-FILE-UNREFERENCED', 'SILLOK-HREF-REMOTE']],
    ];
    for (const [href, expected] of changes) {
      const files = samplePackage({ 'METS.xml': (mets) => mets.replace('documentation/read%20me.txt', href) });
      expect([href, ...(await requirementsOf(files))]).toEqual([href, ...expected]);
    }
  });
});
