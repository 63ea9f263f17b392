import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createTree,
  leafHash,
  leafHashesOfTiles,
  leafTiles,
  openCheckpoint,
  verifyConsistency,
  verifyExport,
} from '@sillok/ledger';
import { describe, expect, test } from 'vitest';

/**
 * A log that transparency-dev/tessera wrote, at each of its sizes from 0 to 15: checkpoints, tiles and entries. No
 * deviation: each signature verifies, and our tree over their entries has their leaf hashes and their roots.
 */
const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';
const verifierKey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
const sizes = Array.from({ length: 16 }, (_, size) => size);

function read(name: string): Buffer {
  return readFileSync(join(corpora ?? '', 'tlog', name));
}

async function readTile(path: string): Promise<Uint8Array | undefined> {
  return existsSync(join(corpora ?? '', 'tlog', path)) ? read(path) : undefined;
}

/** Each entry has its length before it, in two bytes (c2sp.org/tlog-tiles). */
function entriesIn(bundle: Buffer): readonly Buffer[] {
  if (bundle.length === 0) return [];
  const end = 2 + bundle.readUInt16BE();
  return [bundle.subarray(2, end), ...entriesIn(bundle.subarray(end))];
}

function treeOf(hashes: readonly Uint8Array[]) {
  const tree = createTree();
  for (const hash of hashes) tree.append(hash);
  return tree;
}

describe.skipIf(corpora === undefined)(`the log of transparency-dev/tessera${skipped}`, () => {
  test('opens all 16 checkpoints and the newest', () => {
    for (const size of sizes) {
      const opened = openCheckpoint(read(`checkpoint.${size}`), [verifierKey], 'example.com/log/testdata');
      expect(opened.size).toBe(size);
    }
    expect(openCheckpoint(read('checkpoint'), [verifierKey]).size).toBe(15);
  });

  test('has the same leaf hashes, tiles and roots at every size', async () => {
    for (const size of sizes.slice(1)) {
      const entries = entriesIn(read(`tile/entries/000.p/${size}`));
      const hashes = await leafHashesOfTiles({ size, read: readTile });
      expect(hashes).toEqual(entries.map(leafHash));
      const tree = treeOf(hashes);
      expect(tree.root()).toEqual(openCheckpoint(read(`checkpoint.${size}`), [verifierKey]).root);
      for (const tile of leafTiles({ size, leafHashAt: tree.leaf })) {
        expect(Buffer.from(tile.bytes)).toEqual(read(tile.path));
      }
    }
  });

  test('proves every size consistent with every later one', async () => {
    const tree = treeOf(await leafHashesOfTiles({ size: 15, read: readTile }));
    const roots = sizes.map((size) => openCheckpoint(read(`checkpoint.${size}`), [verifierKey]).root);
    for (const to of sizes) {
      for (const from of sizes.slice(1, to + 1)) {
        const [fromRoot = tree.root(), toRoot = tree.root()] = [roots[from], roots[to]];
        expect(verifyConsistency({ from, to, fromRoot, toRoot, proof: tree.consistencyProof(from, to) })).toBe(true);
      }
    }
  });

  test('passes as an export', async () => {
    const lines = entriesIn(read('tile/entries/000.p/15'));
    const leafHashes = await leafHashesOfTiles({ size: 15, read: readTile });
    const questions = verifyExport({ lines, leafHashes, checkpoint: read('checkpoint'), verifierKey });
    expect(questions.map((one) => one.verdict)).toEqual(['passed', 'passed', 'passed']);
  });
});
