import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRoot, leafHash, nodeHash } from './hashing.ts';
import { createTree, type MerkleTree } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify-tree.ts';

// The inputs and roots that the first Certificate Transparency implementation published.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

function treeOf(size: number): MerkleTree {
  const tree = createTree();
  for (let index = 0; index < size; index += 1) tree.append(leafHash(Buffer.from(`leaf ${index}`)));
  return tree;
}

/** The definition of RFC 9162 §2.1.1, word for word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only = emptyRoot] = leaves;
  if (leaves.length <= 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

const large = treeOf(600);

describe('the Merkle tree', () => {
  test('has the known roots of Certificate Transparency', () => {
    const tree = createTree();
    expect(Buffer.from(tree.root()).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    for (const [index, input] of inputs.entries()) {
      expect(tree.append(leafHash(Buffer.from(input, 'hex')))).toBe(index);
      expect(Buffer.from(tree.root()).toString('hex')).toBe(roots[index]);
    }
    expect(Buffer.from(tree.root(3)).toString('hex')).toBe(roots[2]);
  });

  test('has the root of the definition at every size', () => {
    const leaves = Array.from({ length: 70 }, (_, index) => large.leaf(index));
    for (let size = 0; size <= 70; size += 1) {
      expect(large.root(size)).toEqual(rootByDefinition(leaves.slice(0, size)));
    }
  });

  test('proves every leaf of every size, and no other place for it', () => {
    const sizes = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, one, other) => {
        const index = one % size;
        const claim = { leafHash: large.leaf(index), index, size, root: large.root(size) };
        const proof = large.inclusionProof(index, size);
        expect(verifyInclusion({ ...claim, proof })).toBe(true);
        expect(verifyInclusion({ ...claim, proof, index: other % 700 })).toBe(other % 700 === index);
        expect(verifyInclusion({ ...claim, proof: [...proof, emptyRoot] })).toBe(false);
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
      }),
    );
  });

  test('proves every size to be the beginning of every later one, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), (to, one, other) => {
        const from = 1 + (one % to);
        const claim = { from, to, fromRoot: large.root(from), toRoot: large.root(to) };
        const proof = large.consistencyProof(from, to);
        expect(verifyConsistency({ ...claim, proof })).toBe(true);
        const wrongRoot = large.root(1 + (other % 600));
        expect(verifyConsistency({ ...claim, proof, fromRoot: wrongRoot })).toBe(1 + (other % 600) === from);
        expect(verifyConsistency({ ...claim, proof: [...proof, emptyRoot] })).toBe(false);
      }),
    );
  });

  test('shows nothing about the empty tree but itself', () => {
    const claim = { from: 0, fromRoot: emptyRoot, proof: [] };
    expect(large.consistencyProof(0, 5)).toEqual([]);
    expect(verifyConsistency({ ...claim, to: 0, toRoot: emptyRoot })).toBe(true);
    expect(verifyConsistency({ ...claim, to: 5, toRoot: large.root(5) })).toBe(false);
  });

  test('refuses indexes and sizes that it never had', () => {
    const tree = treeOf(3);
    for (const ask of [
      () => tree.root(4),
      () => tree.root(-1),
      () => tree.root(1.5),
      () => tree.leaf(3),
      () => tree.inclusionProof(3),
      () => tree.inclusionProof(0, 0),
      () => tree.consistencyProof(3, 2),
      () => tree.append(new Uint8Array(31)),
    ]) {
      expect(ask).toThrow(RangeError);
    }
  });
});
