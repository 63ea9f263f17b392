import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { rawTar } from '../testing/raw-tar.ts';
import { rawZip } from '../testing/raw-zip.ts';
import { bytes, sampleName, samplePackage } from '../testing/sample-package.ts';
import { writeFolder } from '../testing/write-container.ts';
import { validatePackage } from '../validate-package.ts';
import { readPackage } from './read-package.ts';

const entries = [...samplePackage()].map(([path, content]) => ({ name: `${sampleName}/${path}`, content }));

describe('readPackage', () => {
  it.each([
    ['a zip in memory', () => ({ name: 'a.zip', bytes: rawZip(entries) })],
    ['a tar in memory', () => ({ name: 'a.tar', bytes: rawTar(entries) })],
    ['a folder', () => writeFolder(samplePackage())],
  ])('lists the files of %s and reads them', async (_name, input) => {
    const source = await readPackage(input());
    try {
      expect(source.rootName).toBe(sampleName);
      expect([...source.files.keys()].sort()).toEqual([...samplePackage().keys()].sort());
      const letter = source.files.get('representations/rep1/data/letter.txt');
      const read = letter === undefined ? '' : (await buffer(await letter.open())).toString();
      expect([letter?.size, read]).toEqual([9, 'A letter.']);
    } finally {
      await source.close();
    }
  });

  it('keeps what climbs out of the files', async () => {
    const source = await readPackage({
      name: 'a.zip',
      bytes: rawZip([...entries, { name: `${sampleName}/../x`, content: bytes('x') }]),
    });
    expect([source.findings.map(({ requirement }) => requirement), source.files.size]).toEqual([
      ['SILLOK-NAME-CLIMBS'],
      entries.length,
    ]);
  });

  it('takes no other bytes', async () => {
    const asked = readPackage({ name: 'a.pdf', bytes: bytes('%PDF-1.7') });
    await expect(asked).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('validatePackage', () => {
  it('judges bytes as it judges a file, and misses no reference to the signature beside METS.xml', async () => {
    const signed = [...entries, { name: `${sampleName}/METS.xml.p7s`, content: bytes('signature') }];
    expect((await validatePackage({ name: 'a.zip', bytes: rawZip(signed) })).findings).toEqual([]);
    expect((await validatePackage({ name: 'a.tar', bytes: rawTar(signed) })).findings).toEqual([]);
  });
});
