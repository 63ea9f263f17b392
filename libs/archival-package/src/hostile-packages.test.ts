import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paxName, type RawTarEntry, rawTar } from './testing/raw-tar.ts';
import { type RawZipEntry, rawZip } from './testing/raw-zip.ts';
import { bytes, sampleName, samplePackage } from './testing/sample-package.ts';
import { writeContainer, writeFolder } from './testing/write-container.ts';
import { type ValidateOptions, validatePackage } from './validate-package.ts';

const zipEntries: readonly RawZipEntry[] = [...samplePackage()].map(([path, content]) => ({
  name: `${sampleName}/${path}`,
  content,
}));
const tarEntries: readonly RawTarEntry[] = zipEntries.flatMap(({ name, content }) =>
  String(name).length > 99 ? [paxName(String(name)), { name: 'x', content }] : [{ name: String(name), content }],
);

async function found(path: string, options: ValidateOptions = {}): Promise<readonly string[]> {
  const { findings } = await validatePackage(path, options);
  return findings.map(({ requirement, path: where }) => `${requirement} ${where}`);
}

const zipped = (entries: readonly RawZipEntry[], options?: ValidateOptions) =>
  found(writeContainer('any.zip', rawZip(entries)), options);
const tarred = (entries: readonly RawTarEntry[]) => found(writeContainer('any.tar', rawTar(entries)));
const data = `${sampleName}/representations/rep1/data`;

describe('a zip and a tar', () => {
  it('are judged as the folder is that lies in them', async () => {
    expect([await zipped(zipEntries), await tarred(tarEntries)]).toEqual([[], []]);
  });

  it('need one root folder (CSIPSTR1)', async () => {
    const loose = [...samplePackage()].map(([name, content]) => ({ name, content }));
    expect((await zipped(loose))[0]).toBe('CSIPSTR1 ');
    expect((await zipped([...zipEntries, { name: 'beside.txt', content: bytes('x') }]))[0]).toBe('CSIPSTR1 ');
    expect((await tarred(loose))[0]).toBe('CSIPSTR1 ');
  });

  it.each([
    '../evil.txt',
    `${sampleName}/../../evil.txt`,
    '/etc/passwd',
    'C:\\evil.txt',
    `${sampleName}\\..\\evil.txt`,
  ])('refuse the name %s, which climbs', async (name) => {
    expect(await zipped([...zipEntries, { name, content: bytes('x') }])).toEqual([`SILLOK-NAME-CLIMBS ${name}`]);
    expect(await tarred([...tarEntries, { name, content: bytes('x') }])).toEqual([`SILLOK-NAME-CLIMBS ${name}`]);
  });

  it('tell of one name twice, of NFC beside NFD, and of names that differ by case alone', async () => {
    const twice = await zipped([...zipEntries, { name: `${data}/letter.txt`, content: bytes('A letter.') }]);
    expect(twice).toEqual([`SILLOK-NAME-DUPLICATE ${data}/letter.txt`]);
    const twins = ['é.txt', 'e\u0301.txt', 'É.txt'].map((name) => ({ name: `${data}/${name}`, content: bytes('x') }));
    expect((await zipped([...zipEntries, ...twins])).slice(0, 2)).toEqual([
      `SILLOK-NAME-TWIN ${data}/e\u0301.txt`,
      `SILLOK-NAME-CASE ${data}/É.txt`,
    ]);
  });

  it('hold no links and nothing special', async () => {
    const link = { name: `${data}/link`, content: bytes('/etc/passwd'), mode: 0o120777 };
    expect(await zipped([...zipEntries, link])).toEqual([`SILLOK-ENTRY-LINK ${data}/link`]);
    expect(await tarred([...tarEntries, { name: `${data}/link`, type: '2' }])).toEqual([
      `SILLOK-ENTRY-LINK ${data}/link`,
    ]);
    expect(await tarred([...tarEntries, { name: `${data}/device`, type: '3' }])).toEqual([
      `SILLOK-ENTRY-SPECIAL ${data}/device`,
    ]);
    const folder = writeFolder(samplePackage());
    symlinkSync('/etc/passwd', join(folder, 'representations/rep1/data/link'));
    expect(await found(folder)).toEqual([`SILLOK-ENTRY-LINK ${data}/link`]);
  });

  it('tell of encrypted entries', async () => {
    const secret = { name: `${data}/secret`, content: bytes('twelve + one.'), statedSize: 1, flags: 0x0801 };
    expect(await zipped([...zipEntries, secret])).toEqual([`SILLOK-ENTRY-ENCRYPTED ${data}/secret`]);
  });
});

describe('limits', () => {
  it('stop a bomb before it is unpacked', async () => {
    const content = deflateRawSync(Buffer.alloc(8 * 1024 * 1024), { level: 9 });
    const bomb = { name: `${data}/bomb`, content, method: 8, statedSize: 8 * 1024 * 1024 };
    expect(await zipped([...zipEntries, bomb])).toEqual([`SILLOK-LIMIT-RATIO ${data}/bomb`]);
  });

  it('tell of too many entries, too large files and too much in all', async () => {
    expect((await zipped(zipEntries, { limits: { entries: 3 } }))[0]).toBe('SILLOK-LIMIT-ENTRIES ');
    expect((await zipped(zipEntries, { limits: { entryBytes: 10 } }))[0]).toMatch(/^SILLOK-LIMIT-SIZE /);
    expect((await zipped(zipEntries, { limits: { totalBytes: 30 } }))[0]).toMatch(/^SILLOK-LIMIT-TOTAL /);
  });

  it('hold for METS: its bytes, its depth and what is kept of it', async () => {
    const path = writeFolder(samplePackage());
    expect(await found(path, { limits: { metsBytes: 100 } })).toContain('SILLOK-XML-UNREADABLE METS.xml');
    expect(await found(path, { limits: { metsDepth: 3 } })).toContain('SILLOK-LIMIT-DEPTH METS.xml');
    expect(await found(path, { limits: { metsElements: 10 } })).toContain('SILLOK-LIMIT-METS METS.xml');
  });

  it('are not used up by files, of which there may be any number', async () => {
    const many = (mets: string) =>
      mets.replace(/( *<file ID="group-schemas-)0("[\s\S]*?<\/file>\n)/, (_all, start: string, end: string) =>
        Array.from({ length: 500 }, (_one, index) => `${start}${index}${end}`).join(''),
      );
    const path = writeFolder(samplePackage({ 'METS.xml': many }));
    expect(await found(path, { limits: { metsElements: 60 } })).toEqual([]);
  });

  it('count what is found beyond them', async () => {
    const files = samplePackage();
    for (let index = 0; index < 5; index += 1) files.set(`documentation/${index}.txt`, bytes('x'));
    const { findings } = await validatePackage(writeFolder(files), { limits: { findingsPerRequirement: 2 } });
    expect(findings.map(({ message }) => message)).toEqual([
      'no METS document refers to this file',
      'no METS document refers to this file',
      '3 further findings are not listed',
    ]);
  });
});

describe('damage', () => {
  it('of a zip is told, and what is left is judged', async () => {
    const zip = rawZip(zipEntries);
    expect(await found(writeContainer('cut.zip', zip.subarray(0, zip.length - 30)))).toEqual([
      'SILLOK-CONTAINER-DAMAGED ',
      'CSIPSTR1 ',
      'CSIPSTR4 ',
      ...['CSIPSTR5 ', 'CSIPSTR9 ', 'CSIPSTR16 '],
    ]);
  });

  it('of a tar is told: cut short, or with another checksum in a header', async () => {
    const tar = rawTar(tarEntries);
    expect(await found(writeContainer('cut.tar', tar.subarray(0, 1024 + 512)))).toContain('SILLOK-CONTAINER-DAMAGED ');
    tar.writeUInt8(0x41, 1024);
    expect(await found(writeContainer('bent.tar', tar))).toContain('SILLOK-CONTAINER-DAMAGED ');
  });

  it('of one file in a zip is told by its CRC, even where the checksum was made to fit', async () => {
    const entries = zipEntries.map((entry) =>
      entry.name === `${data}/letter.txt` ? { ...entry, statedCrc: 1 } : entry,
    );
    expect(await zipped(entries)).toEqual(['SILLOK-ENTRY-DAMAGED representations/rep1/METS.xml']);
  });

  it.each([
    ['cut short', '<mets xmlns="http://www.loc.gov/METS/"><metsHdr>', 'SILLOK-XML-MALFORMED'],
    [
      'with a document type',
      '<!DOCTYPE mets [<!ENTITY a "b">]><mets xmlns="http://www.loc.gov/METS/" OBJID="&a;"/>',
      'SILLOK-XML-DOCTYPE',
    ],
    ['of another kind', '<html/>', 'SILLOK-METS-ROOT'],
    ['without its namespace', '<mets/>', 'SILLOK-METS-ROOT'],
    ['empty', '', 'SILLOK-XML-MALFORMED'],
    ['in a wrong order', '<mets xmlns="http://www.loc.gov/METS/"><fileSec/><metsHdr/></mets>', 'SILLOK-METS-SHAPE'],
  ])('of METS is told: %s', async (_name, mets, requirement) => {
    const files = samplePackage();
    files.set('METS.xml', bytes(mets));
    expect(await found(writeFolder(files))).toContain(`${requirement} METS.xml`);
  });

  it('is not done by names that every object knows', async () => {
    const files = samplePackage({
      'METS.xml': (mets) =>
        mets
          .replace('<metsHdr', '<constructor ID="a"/><toString ID="a"/><__proto__/><metsHdr')
          .replace('LABEL="Schemas"', 'LABEL="constructor"')
          .replace(/CHECKSUMTYPE="SHA-256"( sip)/, 'CHECKSUMTYPE="constructor"$1'),
    });
    const requirements = new Set((await found(writeFolder(files))).map((one) => one.split(' ')[0]));
    expect([...requirements].sort()).toEqual(['CSIP72', 'CSIP97', 'CSIP99', 'SILLOK-ID', 'SILLOK-METS-SHAPE']);
  });

  it('of a file inside a file is told', async () => {
    const inner = '<file ID="inner"><FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="lost.txt"/></file>';
    const path = writeFolder(samplePackage({ 'METS.xml': (mets) => mets.replace('</file>', `${inner}</file>`) }));
    expect(await found(path)).toEqual(expect.arrayContaining(['CSIP79 METS.xml', 'CSIP69 METS.xml']));
  });

  it('of METS is told where its bytes are no UTF-8, and UTF-16 is read', async () => {
    const folder = writeFolder(samplePackage());
    const text = new TextDecoder().decode(samplePackage().get('METS.xml')).replace('UTF-8', 'UTF-16');
    writeFileSync(join(folder, 'METS.xml'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await found(folder)).toEqual([]);
    writeFileSync(join(folder, 'METS.xml'), Buffer.from(text.replace('Ann', 'Ann\u00e9'), 'latin1'));
    expect(await found(folder)).toContain('SILLOK-XML-UNREADABLE METS.xml');
  });
});
