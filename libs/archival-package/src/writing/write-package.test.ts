import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetsHeader } from '../reading/read-mets-header.ts';
import { signaturePath } from '../signature-path.ts';
import {
  keptRepresentation,
  plannedFile,
  plannedMetadata,
  representation,
  samplePlan,
} from '../testing/sample-plan.ts';
import { unpacked } from '../testing/unpacked.ts';
import { validatePackage } from '../validate-package.ts';
import type { PackagePlan } from './package-plan.ts';
import { writePackage } from './write-package.ts';

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest();
const sign = async (mets: Uint8Array): Promise<Uint8Array> => digest(mets);
const sha256 = (content: Uint8Array) => digest(content).toString('hex');

async function findingsOf(plan: PackagePlan): Promise<readonly string[]> {
  const { bytes } = await writePackage(plan, { sign });
  const { findings } = await validatePackage({ name: 'package.zip', bytes });
  return findings.filter(({ level }) => level !== 'MAY').map((one) => `${one.requirement} ${one.path} ${one.message}`);
}

async function metsOf(plan: PackagePlan): Promise<string> {
  return Buffer.from((await writePackage(plan, { sign })).rootMets).toString();
}

describe('writePackage', () => {
  it('writes a package that leaves nothing to be desired, as SIP and as AIP', async () => {
    expect(await findingsOf(samplePlan())).toEqual([]);
    expect(await findingsOf(samplePlan({ kind: 'AIP' }))).toEqual([]);
  });

  it('writes the METS of representations before the root METS, and the signature last', async () => {
    const { bytes } = await writePackage(samplePlan(), { sign });
    const paths = [...(await unpacked(bytes)).keys()];
    const last = [
      'representations/item-0001/METS.xml',
      'representations/item-0002/METS.xml',
      'METS.xml',
      signaturePath,
    ];
    expect(paths.filter((path) => last.includes(path))).toEqual(last);
    expect(paths.slice(-2)).toEqual(last.slice(-2));
  });

  it('has exactly the METS signed that lies in the zip, once', async () => {
    const signed: Uint8Array[] = [];
    const keep = async (mets: Uint8Array) => {
      signed.push(mets);
      return digest(mets);
    };
    const { bytes, rootMets, signature } = await writePackage(samplePlan(), { sign: keep });
    const files = await unpacked(bytes);
    expect(signed).toHaveLength(1);
    expect(files.get('METS.xml')).toEqual(Buffer.from(signed[0] ?? []));
    expect(files.get('METS.xml')).toEqual(Buffer.from(rootMets));
    expect(files.get(signaturePath)).toEqual(digest(files.get('METS.xml') ?? Buffer.alloc(0)));
    expect(files.get(signaturePath)).toEqual(Buffer.from(signature));
  });

  it('answers the digest and length of every file but the root METS and its signature, in their order', async () => {
    const { bytes, digests } = await writePackage(samplePlan(), { sign });
    const expected = [...(await unpacked(bytes))]
      .filter(([path]) => path !== 'METS.xml' && path !== signaturePath)
      .map(([path, content]) => ({ path, sha256: sha256(content), bytes: content.length }));
    expect(digests).toEqual(expected);
  });

  it('yields the same bytes for the same plan, and other bytes for any other content', async () => {
    const one = await writePackage(samplePlan(), { sign });
    expect((await writePackage(samplePlan(), { sign })).bytes).toEqual(one.bytes);
    const other = samplePlan({ documentation: [plannedFile('documentation/contents.txt', 'else')] });
    expect((await writePackage(other, { sign })).bytes).not.toEqual(one.bytes);
  });

  it('takes content as bytes, as a promise and in pieces, and asks for each once', async () => {
    const asked: string[] = [];
    const pieces = async function* () {
      asked.push('pieces');
      yield Buffer.from('one ');
      yield Buffer.from('two');
    };
    const promised = async () => {
      asked.push('promised');
      return Buffer.from('later');
    };
    const data = [
      { ...plannedFile('data/pieces.txt'), content: pieces },
      { ...plannedFile('data/promised.txt'), content: promised },
    ];
    const { bytes } = await writePackage(samplePlan({ representations: [representation('a', data)] }), { sign });
    const files = await unpacked(bytes);
    expect(asked).toEqual(['pieces', 'promised']);
    expect(files.get('representations/a/data/pieces.txt')?.toString()).toBe('one two');
    expect(files.get('representations/a/data/promised.txt')?.toString()).toBe('later');
  });

  it('keeps a representation byte for byte in a package of its own signature', async () => {
    const sip = await unpacked((await writePackage(samplePlan(), { sign })).bytes);
    const start = 'representations/item-0002/';
    const own = new Map(
      [...sip].filter(([path]) => path.startsWith(start)).map(([path, one]) => [path.slice(start.length), one]),
    );
    const plan = samplePlan({
      kind: 'AIP',
      packageId: 'aip-1',
      other: [plannedMetadata('metadata/other/submission/METS.xml', 'OTHER', sip.get('METS.xml')?.toString())],
      representations: [keptRepresentation('item-0002', own)],
    });
    const aip = await unpacked((await writePackage(plan, { sign })).bytes);
    for (const [path, content] of own) expect(aip.get(`${start}${path}`)).toEqual(content);
    expect(await findingsOf(plan)).toEqual([]);
  });

  it('says in the header who hands what to whom', async () => {
    const { rootMets } = await writePackage(samplePlan({ recordStatus: 'SUPPLEMENT' }), { sign });
    const { submitter, creator, preservation, references } = samplePlan();
    expect(readMetsHeader(rootMets)).toEqual({
      objId: samplePlan().packageId,
      packageType: 'SIP',
      createdAt: samplePlan().createdAt,
      recordStatus: 'SUPPLEMENT',
      ...{ submitter, creator, preservation, references },
    });
  });

  it('gives profile, category and content information as the profiles have them', async () => {
    const sip = await metsOf(samplePlan());
    expect(sip).toContain('TYPE="Datasets" csip:CONTENTINFORMATIONTYPE="OTHER"');
    expect(sip).toContain('csip:OTHERCONTENTINFORMATIONTYPE="citserms_v3_0"');
    expect(sip).toContain('PROFILE="https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"');
    const aip = await metsOf(samplePlan({ kind: 'AIP' }));
    expect(aip).toContain('PROFILE="https://earkdip.dilcis.eu/profile/E-ARK-AIP-v2-2-0.xml"');
    const mixed = [representation('a'), { ...representation('b'), contentInformationType: 'citspremis_v1_0' }];
    expect(await metsOf(samplePlan({ representations: mixed }))).toContain(
      'TYPE="Mixed" csip:CONTENTINFORMATIONTYPE="MIXED"',
    );
  });

  it('writes the format of a file, and a media type that nobody knows as bytes', async () => {
    const format = { name: 'Acrobat PDF/A', version: '2a', key: 'fmt/476' };
    const documentation = [
      { ...plannedFile('documentation/a.pdf', 'x', 'application/pdf'), format },
      plannedFile('documentation/b.hwp', 'x', 'application/x-hwp'),
      plannedFile('documentation/c.txt', 'x', 'text/plain; charset=utf-8'),
    ];
    const mets = await metsOf(samplePlan({ documentation }));
    expect(mets).toContain(
      'sip:FILEFORMATNAME="Acrobat PDF/A" sip:FILEFORMATVERSION="2a" sip:FILEFORMATREGISTRY="PRONOM" sip:FILEFORMATKEY="fmt/476"',
    );
    expect([...mets.matchAll(/MIMETYPE="([^"]*)" SIZE="1"/g)].map(([, type]) => type)).toEqual([
      'application/pdf',
      'application/octet-stream',
      'text/plain',
    ]);
  });

  it.each([
    ['climbs', '../evil'],
    ['is absolute', '/etc/passwd'],
    ['is not in NFC', 'cafe\u0301.txt'],
    ['has a backslash', 'a\\b.txt'],
    ['hides its direction', 'a\u202Etxt.exe'],
    ['ends with a dot', 'a.'],
    ['has an empty part', 'a//b'],
    ['has too long a part', `${'가'.repeat(86)}.txt`],
  ])('refuses a name that %s', async (_name, name) => {
    const plan = samplePlan({ representations: [representation('a', [plannedFile(`data/${name}`)])] });
    await expect(writePackage(plan, { sign })).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it.each([
    ['twice the same', ['data/a.txt', 'data/a.txt']],
    ['in two cases', ['data/A.txt', 'data/a.txt']],
  ])('refuses a name %s', async (_name, paths) => {
    const plan = samplePlan({
      representations: [
        representation(
          'a',
          paths.map((path) => plannedFile(path)),
        ),
      ],
    });
    await expect(writePackage(plan, { sign })).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it.each(['a', 'A', ' b', 'c/d'])('refuses a second representation called %j beside "a"', async (name) => {
    const plan = samplePlan({ representations: [representation('a'), representation(name)] });
    await expect(writePackage(plan, { sign })).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it.each([
    ['without documentation', { documentation: [] }],
    ['without schemas', { schemas: [] }],
    ['without descriptive metadata', { descriptive: [] }],
    ['without provenance', { preservationMetadata: [] }],
    ['without representations', { representations: [] }],
    ['with a representation without data', { representations: [representation('a', [])] }],
    ['with data outside its folder', { representations: [representation('a', [plannedFile('a.txt')])] }],
    ['with a kept representation without METS', { representations: [keptRepresentation('a', new Map())] }],
  ])('makes no package of a plan %s', async (_name, change) => {
    await expect(writePackage(samplePlan(change), { sign })).rejects.toThrow(RangeError);
  });

  it('refuses a title that XML cannot hold', async () => {
    const asked = writePackage(samplePlan({ label: 'a\u0001b' }), { sign });
    await expect(asked).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it('writes nothing that our own validator would object to, whatever the plan', async () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const name = part
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '_')
          .replace(/[. ]+$/, '_'),
      )
      .filter((text) => text.normalize('NFC') === text && Buffer.byteLength(text) < 200);
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: (text) => text.toLowerCase() });
    const folders = names.map((all) => all.map((one, index) => `${index}${one}`.trim()));
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one));
    const content = fc.uint8Array({ minLength: 1, maxLength: 200 });
    const plans = fc.record({
      label: text,
      owner: text,
      kind: fc.constantFrom('SIP', 'AIP'),
      items: folders,
      files: names,
      content,
    });
    await fc.assert(
      fc.asyncProperty(plans, async ({ label, owner, kind, items, files, content: stored }) => {
        const data = files.map((file) => plannedFile(`data/attachments/${file}`, stored));
        const plan = samplePlan({
          ...{ kind, label },
          submitter: { name: `M ${owner}`, code: 'M' },
          representations: items.map((item) => representation(item, data)),
        });
        expect(await findingsOf(plan)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
