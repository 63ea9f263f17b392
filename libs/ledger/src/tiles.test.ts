import { describe, expect, test } from 'vitest';
import { leafHash } from './hashing.ts';
import { leafHashesOfTiles, leafTiles, tilePath } from './tiles.ts';

const leaves = Array.from({ length: 600 }, (_, index) => leafHash(Buffer.from(String(index))));

function leafHashAt(index: number): Uint8Array {
  return leaves[index] ?? new Uint8Array(0);
}

function tilesOf(size: number, after = 0): ReadonlyMap<string, Uint8Array> {
  return new Map([...leafTiles({ size, leafHashAt, after })].map((tile) => [tile.path, tile.bytes]));
}

describe('the tiles of a log', () => {
  test('have the paths of c2sp.org/tlog-tiles', () => {
    expect(tilePath(0, 0)).toBe('tile/0/000');
    expect(tilePath(0, 5, 17)).toBe('tile/0/005.p/17');
    expect(tilePath(2, 1234067)).toBe('tile/2/x001/x234/067');
    expect(tilePath(1, 999, 255)).toBe('tile/1/999.p/255');
    expect(tilePath(0, 1000)).toBe('tile/0/x001/000');
  });

  test('hold the leaf hashes of every size', async () => {
    for (const size of [0, 1, 255, 256, 257, 512, 600]) {
      const tiles = tilesOf(size);
      expect(await leafHashesOfTiles({ size, read: async (path) => tiles.get(path) })).toEqual(leaves.slice(0, size));
    }
    expect([...tilesOf(600).keys()]).toEqual(['tile/0/000', 'tile/0/001', 'tile/0/002.p/88']);
  });

  test('are written again only where they were not full', () => {
    expect([...tilesOf(600, 511).keys()]).toEqual(['tile/0/001', 'tile/0/002.p/88']);
    expect([...tilesOf(600, 512).keys()]).toEqual(['tile/0/002.p/88']);
  });

  test('are read from a full tile where the partial one is gone', async () => {
    const tiles = tilesOf(512);
    expect(await leafHashesOfTiles({ size: 300, read: async (path) => tiles.get(path) })).toEqual(leaves.slice(0, 300));
  });

  test('are refused when missing or cut off', async () => {
    const invalid = { code: 'LEDGER_PROOF_INVALID' };
    await expect(leafHashesOfTiles({ size: 1, read: async () => undefined })).rejects.toMatchObject(invalid);
    await expect(leafHashesOfTiles({ size: 2, read: async () => leafHashAt(0) })).rejects.toMatchObject(invalid);
  });
});
