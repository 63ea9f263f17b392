import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { ContainerFile } from './container-file.ts';
import { readAsic } from './read-asic.ts';
import { writeAsic } from './write-asic.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const sign = async (manifest: Uint8Array) => signBytes(null, manifest, privateKey);
const modifiedAt = '2026-03-04T05:06:07.890Z';

function file(name: string, text = name): ContainerFile {
  return { name, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
}

describe('writeAsic', () => {
  it('begins with the stored mimetype and no extra field', async () => {
    const zip = Buffer.from(await writeAsic({ files: [file('a.txt')], sign, modifiedAt }));
    expect(zip.readUInt16LE(8)).toBe(0);
    expect(zip.readUInt16LE(28)).toBe(0);
    expect(zip.subarray(30, 38).toString()).toBe('mimetype');
    expect(zip.subarray(38, 69).toString()).toBe('application/vnd.etsi.asic-e+zip');
  });

  it('keeps the order of the files, their names in any script, and their media types', async () => {
    const files = [file('공문서 1+2 & 둘.txt', 'one'), file('folder/ເອກະສານ.txt', 'two'), file('Ž.txt', 'three')];
    const read = await readAsic(await writeAsic({ files, sign, modifiedAt }));
    expect(read.files).toEqual(files);
    expect(read.manifests[0]?.references.map((one) => [one.name, one.isRoot])).toEqual([
      ['공문서 1+2 & 둘.txt', true],
      ['folder/ເອກະສານ.txt', false],
      ['Ž.txt', false],
    ]);
    expect(read.departures).toEqual([]);
  });

  it('writes the same bytes for the same order, in every time zone', async () => {
    const written: Buffer[] = [];
    const hours: number[] = [];
    for (const zone of ['UTC', 'Asia/Seoul', 'America/St_Johns']) {
      vi.stubEnv('TZ', zone);
      hours.push(new Date(modifiedAt).getHours());
      written.push(Buffer.from(await writeAsic({ files: [file('a.txt')], sign, modifiedAt })));
    }
    vi.unstubAllEnvs();
    expect(hours).toEqual([5, 14, 1]);
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
    // 05:06:06 on 4 March 2026, in the two-second form of a zip.
    expect(written[0]?.readUInt32LE(10)).toBe((((46 << 9) | (3 << 5) | 4) << 16) | (5 << 11) | (6 << 5) | 3);
  });

  it('hands exactly the stored manifest to the signer', async () => {
    const seen: Buffer[] = [];
    const remember = async (manifest: Uint8Array) => {
      seen.push(Buffer.from(manifest));
      return sign(manifest);
    };
    const read = await readAsic(await writeAsic({ files: [file('a.txt')], modifiedAt, sign: remember }));
    expect(seen).toEqual([Buffer.from(read.manifests[0]?.bytes ?? [])]);
    expect(seen[0]?.toString()).toContain('<asic:SigReference URI="META-INF/signature001.p7s"');
  });

  it('escapes what XML and URIs keep for themselves', async () => {
    const odd: ContainerFile = { ...file(`a'&#;%[1].txt`), mediaType: 'text/plain; note="<&>"' };
    const read = await readAsic(await writeAsic({ files: [odd], sign, modifiedAt }));
    expect(read.files).toEqual([odd]);
  });

  it.each([
    ['mimetype'],
    ['META-INF/manifest.xml'],
    ['meta-inf/x'],
    ['../up.txt'],
    ['a/../../up.txt'],
    ['/etc/passwd'],
    ['C:/a.txt'],
    ['a\\b.txt'],
    ['a//b.txt'],
    ['a/'],
    [''],
    ['trailing.'],
    ['line\nbreak'],
    ['invoice\u202efdp.exe'],
    ['e\u0301.txt'],
    ['\ud800.txt'],
    ['x'.repeat(256)],
  ])('refuses the file name %j and names it', async (name) => {
    const refused = writeAsic({ files: [file('a.txt'), file(name)], sign, modifiedAt });
    await expect(refused).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED', details: { entry: name } });
  });

  it('refuses two names that are one where case is ignored', async () => {
    const refused = writeAsic({ files: [file('A.txt'), file('a.txt')], sign, modifiedAt });
    await expect(refused).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED', details: { entry: 'a.txt' } });
  });

  it('refuses a container without files and a time that no zip can carry', async () => {
    await expect(writeAsic({ files: [], sign, modifiedAt })).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
    for (const time of ['1979-12-31T23:59:59.000Z', '2108-01-01T00:00:00.000Z', 'yesterday']) {
      const refused = writeAsic({ files: [file('a.txt')], sign, modifiedAt: time });
      await expect(refused).rejects.toMatchObject({ code: 'CONTAINER_MALFORMED' });
    }
  });
});
