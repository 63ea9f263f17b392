import { describe, expect, it, vi } from 'vitest';
import { ZipWriter } from './zip-writer.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function zipAt(instant: string, names: readonly string[] = ['a.txt', '나/b.txt']): Promise<Buffer> {
  const zip = new ZipWriter(instant);
  for (const name of names) zip.add(name, bytes(name));
  return Buffer.from(await zip.end());
}

describe('ZipWriter', () => {
  it('yields the same bytes in every time zone, with one time for all', async () => {
    const all: Buffer[] = [];
    for (const zone of ['UTC', 'Asia/Seoul', 'America/St_Johns']) {
      vi.stubEnv('TZ', zone);
      all.push(await zipAt('2026-03-02T23:30:00Z'));
    }
    vi.unstubAllEnvs();
    expect([all[1], all[2]]).toEqual([all[0], all[0]]);
    // 2026-03-02 23:30:00 as MS-DOS has it, in the first local header.
    expect(all[0]?.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (3 << 5) | 2);
    expect(all[0]?.readUInt16LE(10)).toBe((23 << 11) | (30 << 5));
  });

  it('stores content as it is, under names in UTF-8, in the order it is given', async () => {
    const zip = await zipAt('2026-03-02T00:00:00Z');
    expect(zip.includes('나/b.txt나/b.txt')).toBe(true);
    expect(zip.indexOf('a.txt')).toBeLessThan(zip.indexOf('나/b.txt'));
    expect(await zipAt('2026-03-02T00:00:00Z', ['나/b.txt', 'a.txt'])).not.toEqual(zip);
  });

  it.each(['1979-12-31T00:00:00Z', '2108-01-01T00:00:00Z', 'yesterday'])('has no place for the time %s', (instant) => {
    expect(() => new ZipWriter(instant)).toThrow(expect.objectContaining({ code: 'CONTAINER_MALFORMED' }));
  });
});
