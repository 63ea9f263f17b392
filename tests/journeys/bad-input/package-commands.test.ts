import { deflateRawSync } from 'node:zlib';
import { readPackage, signaturePath } from '@sillok/archival-package';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCommandLine } from '../../../infra/sillok/src/command-line.ts';
import { type RawZipEntry, rawZip } from '../../../libs/archival-package/src/testing/raw-zip.ts';
import { writeContainer } from '../../../libs/archival-package/src/testing/write-container.ts';
import { samplePackages } from '../verify/sample-package.ts';

let entries: readonly RawZipEntry[] = [];
let root = '';

beforeAll(async () => {
  const source = await readPackage({ name: 'a.zip', bytes: (await samplePackages()).submission.bytes });
  const all: RawZipEntry[] = [];
  for (const [path, file] of source.files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of await file.open()) pieces.push(piece);
    all.push({ name: `${source.rootName}/${path}`, content: Buffer.concat(pieces) });
  }
  await source.close();
  [entries, root] = [all, source.rootName];
});

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const text = (value: string) => new TextEncoder().encode(value);
const item = 'representations/item-0001';
const zeros = new Uint8Array(64 * 1024 * 1024);
const beside = (name: string, more: Partial<RawZipEntry> = {}) =>
  rawZip([...entries, { name: `${root}/${name}`, content: text('x'), ...more }]);

function changed(path: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Uint8Array {
  return rawZip(
    entries.flatMap((one) => {
      if (one.name !== `${root}/${path}`) return [one];
      const content = change(one.content);
      return content === undefined ? [] : [{ ...one, content }];
    }),
  );
}

function everythingSaid(): string {
  const calls = [...vi.mocked(console.log).mock.calls, ...vi.mocked(console.error).mock.calls];
  return calls.flat().map(String).join('\n');
}

describe('sillok verify and sillok validate answer of a package that was damaged', () => {
  it.each<[string, () => Uint8Array, readonly [verify: number, validate: number], string]>([
    [
      'a file without bytes',
      () => changed(`${item}/data/document.pdf`, () => new Uint8Array()),
      [1, 1],
      'document.pdf',
    ],
    ['a file that is missing', () => changed(`${item}/data/document.pdf`, () => undefined), [1, 1], 'document.pdf'],
    ['a file more', () => beside(`${item}/data/extra.txt`), [1, 0], 'extra.txt'],
    ['a file that is another', () => changed(`${item}/data/document.pdf`, () => text('x')), [1, 1], 'document.pdf'],
    [
      'a history that is none',
      () => changed(`${item}/metadata/other/history.jsonl`, () => text('{')),
      [1, 1],
      'history',
    ],
    ['a METS that is none', () => changed('METS.xml', () => text('mets')), [1, 1], 'METS.xml'],
    ['no METS', () => changed('METS.xml', () => undefined), [1, 1], 'METS.xml'],
    ['a METS of the record that is none', () => changed(`${item}/METS.xml`, () => text('<mets>')), [1, 1], 'METS.xml'],
    ['no signature', () => changed(signaturePath, () => undefined), [3, 0], 'METS.xml: signature'],
    ['a signature that is none', () => changed(signaturePath, () => text('signed')), [1, 0], 'METS.xml: form'],
    ['a name that climbs', () => beside('../../etc/cron.d/x'), [1, 1], 'SILLOK-NAME-CLIMBS'],
    ['one name twice', () => beside('METS.xml'), [1, 1], 'SILLOK-NAME-DUPLICATE'],
    [
      'a bomb',
      () => beside('zeros', { content: deflateRawSync(zeros), statedSize: zeros.length, method: 8 }),
      [1, 1],
      'SILLOK-LIMIT-RATIO',
    ],
    ['an end that is missing', () => rawZip(entries).subarray(0, -100), [1, 1], ''],
    ['half of it', () => rawZip(entries).subarray(0, 5000), [1, 1], ''],
  ])('%s', async (_, make, codes, named) => {
    const path = writeContainer('package.zip', Buffer.from(make()));
    const verified = await startCommandLine(['verify', path]);
    const said = everythingSaid();
    const validated = await startCommandLine(['validate', path]);
    expect([verified, validated], everythingSaid()).toEqual(codes);
    expect(everythingSaid()).toContain(named);
    expect(said.length).toBeGreaterThan(20);
    expect(everythingSaid()).not.toMatch(/node_modules|node:internal|\bat \w+ \(|Error:/);
  });
});
