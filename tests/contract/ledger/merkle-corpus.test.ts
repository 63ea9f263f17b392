import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion } from '@sillok/ledger';
import { describe, expect, test } from 'vitest';

/**
 * The test data of transparency-dev/merkle, each file with its verdict in `wantErr`. No deviation: every verdict is
 * ours too. `size1: 0` is an error there because it shows nothing, an empty subtree is none; both hold here.
 */
const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';

type Case = Readonly<Record<string, unknown>>;

const verifiers: Readonly<Record<string, (one: Case) => boolean>> = {
  inclusion: (one) =>
    verifyInclusion({
      leafHash: bytes(one, 'leafHash'),
      index: Number(one['leafIdx']),
      size: Number(one['treeSize']),
      proof: proof(one),
      root: bytes(one, 'root'),
    }),
  consistency: (one) =>
    verifyConsistency({
      from: Number(one['size1']),
      to: Number(one['size2']),
      fromRoot: bytes(one, 'root1'),
      toRoot: bytes(one, 'root2'),
      proof: proof(one),
    }),
  subtreeinclusion: (one) =>
    verifySubtreeInclusion({
      leafHash: bytes(one, 'leafHash'),
      index: Number(one['leafIdx']),
      start: Number(one['start']),
      end: Number(one['end']),
      proof: proof(one),
      subtreeRoot: bytes(one, 'root'),
    }),
  subtreeconsistency: (one) =>
    verifySubtreeConsistency({
      start: Number(one['start']),
      end: Number(one['end']),
      size: Number(one['size']),
      subtreeRoot: bytes(one, 'root1'),
      root: bytes(one, 'root2'),
      proof: proof(one),
    }),
};

function bytes(one: Case, member: string): Uint8Array {
  return Buffer.from(String(one[member]), 'base64');
}

function proof(one: Case): readonly Uint8Array[] {
  return Array.isArray(one['proof']) ? one['proof'].map((hash) => Buffer.from(String(hash), 'base64')) : [];
}

function casesOf(kind: string): readonly string[] {
  if (corpora === undefined) return [];
  const names = readdirSync(join(corpora, 'merkle', kind), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.json')).sort();
}

describe.skipIf(corpora === undefined)(`proofs of transparency-dev/merkle${skipped}`, () => {
  for (const [kind, verify] of Object.entries(verifiers)) {
    test(`answers every case of ${kind} as its file says`, () => {
      const names = casesOf(kind);
      const wrong = names.filter((name) => {
        const one: Case = JSON.parse(readFileSync(join(corpora ?? '', 'merkle', kind, name), 'utf8'));
        return verify(one) === one['wantErr'];
      });
      expect(names.length).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
    });
  }
});
