import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RawZipEntry, rawZip } from './testing/raw-zip.ts';
import { bytes } from './testing/sample-package.ts';
import { plannedFile, representation, samplePlan } from './testing/sample-plan.ts';
import { unpacked } from './testing/unpacked.ts';
import { type ValidateOptions, validatePackage } from './validate-package.ts';
import { writePackage } from './writing/write-package.ts';

const plan = samplePlan({
  documentation: ['gone', 'left', 'right', 'emptied', 'named-no-more'].map((name) =>
    plannedFile(`documentation/${name}.txt`, `${name.slice(0, 4)}!`),
  ),
  representations: [representation('item-0001', [plannedFile('data/a.pdf'), plannedFile('data/empty.txt', '')])],
});
const root = plan.packageId;

type Change = (files: Map<string, Buffer>, more: RawZipEntry[]) => void;

let sound: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  sound = await unpacked((await writePackage(plan, { sign: async () => bytes('signed') })).bytes);
});

async function foundAfter(changes: readonly Change[], options?: ValidateOptions): Promise<readonly string[]> {
  const files = new Map(sound);
  const more: RawZipEntry[] = [];
  for (const change of changes) change(files, more);
  const entries = [...files].map(([path, content]) => ({ name: `${root}/${path}`, content }));
  const { findings } = await validatePackage({ name: 'any.zip', bytes: rawZip([...entries, ...more]) }, options);
  return findings.filter(({ level }) => level !== 'MAY').map(({ requirement, path }) => `${requirement} ${path}`);
}

const empty = 'SILLOK-FILE-EMPTY representations/item-0001/data/empty.txt';
const swapped: Change = (files) => {
  const [left, right] = [files.get('documentation/left.txt'), files.get('documentation/right.txt')];
  files.set('documentation/left.txt', right ?? Buffer.alloc(0));
  files.set('documentation/right.txt', left ?? Buffer.alloc(0));
};
const omitted: Change = (files) => {
  const mets = files.get('METS.xml')?.toString() ?? '';
  const left = mets.replace(/<file ID="[^"]*"[^>]*>\s*<FLocat[^>]*named-no-more[^>]*>\s*<\/file>\s*/, '');
  files.set('METS.xml', Buffer.from(left));
};
const bomb = {
  content: deflateRawSync(Buffer.alloc(8 * 1024 ** 2), { level: 9 }),
  method: 8,
  statedSize: 8 * 1024 ** 2,
};
const added = (name: string, entry: Partial<RawZipEntry> = {}): Change => {
  return (_files, more) => more.push({ name: `${root}/${name}`, content: bytes('x'), ...entry });
};

/** What is done to the package, and the codes that tell of it. */
const damages: readonly (readonly [string, Change, readonly string[]])[] = [
  ['a zip bomb', added('documentation/bomb.txt', bomb), [`SILLOK-LIMIT-RATIO ${root}/documentation/bomb.txt`]],
  ['a name that climbs', added('../evil.txt'), [`SILLOK-NAME-CLIMBS ${root}/../evil.txt`]],
  [
    'NFC and NFD twins',
    (files, more) => {
      added('documentation/caf\u00e9.txt')(files, more);
      added('documentation/cafe\u0301.txt')(files, more);
    },
    [
      `SILLOK-NAME-TWIN ${root}/documentation/cafe\u0301.txt`,
      'SILLOK-FILE-UNREFERENCED documentation/cafe\u0301.txt',
      'SILLOK-FILE-UNREFERENCED documentation/caf\u00e9.txt',
    ],
  ],
  [
    'two entries of one name',
    added('documentation/left.txt'),
    [`SILLOK-NAME-DUPLICATE ${root}/documentation/left.txt`],
  ],
  ['a missing file', (files) => void files.delete('documentation/gone.txt'), ['CSIP79 METS.xml']],
  ['an extra file', added('documentation/extra.txt'), ['SILLOK-FILE-UNREFERENCED documentation/extra.txt']],
  [
    'a file that lost its bytes',
    (files) => void files.set('documentation/emptied.txt', Buffer.alloc(0)),
    ['CSIP69 METS.xml', 'CSIP71 METS.xml', 'SILLOK-FILE-EMPTY documentation/emptied.txt'],
  ],
  ['two swapped files', swapped, ['CSIP71 METS.xml', 'CSIP71 METS.xml']],
  ['a METS that omits a file', omitted, ['SILLOK-FILE-UNREFERENCED documentation/named-no-more.txt']],
];

describe('a package', () => {
  it('is told of a file without bytes even where its METS says the same', async () => {
    expect(await foundAfter([])).toEqual([empty]);
  });

  it.each(damages)('is told of %s', async (_name, change, expected) => {
    expect([...(await foundAfter([change]))].sort()).toEqual([...expected, empty].sort());
  });

  it('is told of everything at once', async () => {
    const changes = damages.map(([, change]) => change);
    const expected = damages.flatMap(([, , codes]) => codes);
    expect([...(await foundAfter(changes))].sort()).toEqual([...expected, empty].sort());
  });
});

describe('a METS', () => {
  const group = /(<fileGrp ID="package-documentation"[^>]*>\n)/;
  const entry = (number: number) =>
    `<file ID="f${number}" MIMETYPE="text/plain" SIZE="5" CREATED="2026-03-02T09:00:00Z" CHECKSUM="${'0'.repeat(64)}" CHECKSUMTYPE="SHA-256"><FLocat LOCTYPE="URL" xlink:type="simple" xlink:href="lost/${number}"/></file>\n`;

  function swollen(text: string): Change {
    return (files) => {
      const mets = files.get('METS.xml')?.toString() ?? '';
      files.set('METS.xml', Buffer.from(mets.replace(group, (start) => start + text)));
    };
  }

  it('of any length is read to its end, with findings that are counted rather than kept', async () => {
    const many = Array.from({ length: 20_000 }, (_one, number) => entry(number)).join('');
    const { findings } = await validatePackage(
      { name: 'any.zip', bytes: await zipped(swollen(many)) },
      { limits: { findingsPerRequirement: 3, metsElements: 100 } },
    );
    expect(findings.filter(({ requirement }) => requirement === 'CSIP79')).toHaveLength(4);
    expect(findings.map(({ message }) => message)).toContain('19997 further findings are not listed');
    expect(findings.map(({ requirement }) => requirement)).not.toContain('SILLOK-LIMIT-METS');
  });

  it('longer than the limit is not read on', async () => {
    const many = Array.from({ length: 2_000 }, (_one, number) => entry(number)).join('');
    expect(await foundAfter([swollen(many)], { limits: { metsBytes: 100_000 } })).toContain(
      'SILLOK-XML-UNREADABLE METS.xml',
    );
  });

  it('is not held in memory for a tag without end', async () => {
    const endless = `<file ID="${'x'.repeat(300_000)}"/>`;
    expect(await foundAfter([swollen(endless)], { limits: { metsTag: 100_000 } })).toContain(
      'SILLOK-LIMIT-TAG METS.xml',
    );
  });

  async function zipped(change: Change): Promise<Uint8Array> {
    const files = new Map(sound);
    change(files, []);
    return rawZip([...files].map(([path, content]) => ({ name: `${root}/${path}`, content })));
  }
});
