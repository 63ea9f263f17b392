import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type Options, ZipFile } from 'yazl';
import { readAsic } from './read-asic.ts';
import { ordinaryLimits } from './zip/zip-limits.ts';

const asicE = 'application/vnd.etsi.asic-e+zip';

interface Planted {
  readonly name: string;
  readonly bytes: Buffer;
  readonly options?: Partial<Options>;
}

const mimetype: Planted = { name: 'mimetype', bytes: Buffer.from(asicE), options: { compress: false } };

async function zipOf(...planted: readonly Planted[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes, options } of planted) zip.addBuffer(bytes, name, { forceDosTimestamp: true, ...options });
  zip.end();
  return buffer(zip.outputStream);
}

/** Writes over every occurrence, in local header and directory alike. */
function overwritten(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

async function refused(zip: Uint8Array, entry: string, limits = ordinaryLimits): Promise<void> {
  await expect(readAsic(zip, limits)).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED', details: { entry } });
}

describe('readAsic', () => {
  it('tolerates a mimetype that is late and compressed, and says so', async () => {
    const zip = await zipOf({ name: 'a.txt', bytes: Buffer.from('a') }, { ...mimetype, options: { compress: true } });
    const read = await readAsic(zip);
    expect(read.files.map((one) => one.name)).toEqual(['a.txt']);
    expect(read.departures).toEqual(['mimetype is not the first entry', 'mimetype is compressed']);
  });

  it('reads containers without a mimetype, and says so', async () => {
    const read = await readAsic(await zipOf({ name: 'a.txt', bytes: Buffer.from('a') }));
    expect(read).toMatchObject({ kind: 'ASiC-E', departures: ['mimetype is missing'] });
  });

  it('refuses another mimetype', async () => {
    await refused(await zipOf({ name: 'mimetype', bytes: Buffer.from('application/epub+zip') }), 'mimetype');
  });

  it('refuses what is not a zip, or only half of one', async () => {
    const zip = await zipOf(mimetype, { name: 'a.txt', bytes: Buffer.from('a') });
    for (const bytes of [new Uint8Array(), Buffer.from('%PDF-1.7'), zip.subarray(0, zip.length / 2)]) {
      await expect(readAsic(bytes)).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
    }
  });

  it.each(['../b.txt', '/bb.txt', 'C:/.txt', 'b/../.x', 'b\\b.txt'])('refuses the path %s', async (path) => {
    const zip = await zipOf(mimetype, { name: 'b'.repeat(path.length), bytes: Buffer.from('a') });
    await refused(overwritten(zip, 'b'.repeat(path.length), path), path);
  });

  it('refuses two entries of one name', async () => {
    const planted = ['first.txt', 'other.txt'].map((name) => ({ name, bytes: Buffer.from(name) }));
    await refused(overwritten(await zipOf(mimetype, ...planted), 'other.txt', 'first.txt'), 'first.txt');
  });

  it('refuses an encrypted entry', async () => {
    const zip = await zipOf(mimetype, { name: 'a.txt', bytes: Buffer.from('a'), options: { compress: false } });
    const directory = zip.lastIndexOf('PK\u0001\u0002');
    zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8);
    await expect(readAsic(zip)).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it('refuses an entry that has one name in the directory and another before its data', async () => {
    const zip = await zipOf(mimetype, { name: 'good.txt', bytes: Buffer.from('a') });
    zip.write('evil', zip.indexOf('good.txt'));
    await refused(zip, 'good.txt');
  });

  it('refuses content that does not fit its checksum', async () => {
    const zip = await zipOf(mimetype, { name: 'a.txt', bytes: Buffer.from('content'), options: { compress: false } });
    zip.write('C', zip.indexOf('content'));
    await refused(zip, 'a.txt');
  });

  it('keeps to its limits on entries, sizes and ratio', async () => {
    const zeros = { name: 'zeros.bin', bytes: Buffer.alloc(1024 * 1024) };
    const zip = await zipOf(mimetype, { name: 'a.txt', bytes: Buffer.from('a') }, zeros);
    await refused(zip, 'zeros.bin');
    const roomy = { ...ordinaryLimits, ratio: 10_000 };
    expect((await readAsic(zip, roomy)).files).toHaveLength(2);
    await refused(zip, 'zeros.bin', { ...roomy, entryBytes: 1024 * 1024 - 1 });
    await refused(zip, 'zeros.bin', { ...roomy, totalBytes: 1024 * 1024 });
    await expect(readAsic(zip, { ...roomy, entries: 2 })).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
  });

  it('refuses an entry that unpacks to more than it says', async () => {
    const zip = await zipOf(mimetype, { name: 'a.txt', bytes: Buffer.from('a'.repeat(1000)) });
    const directory = zip.lastIndexOf('PK\u0001\u0002');
    zip.writeUInt32LE(10, directory + 24);
    await refused(zip, 'a.txt');
  });
});
