import { createHashList, type HashList } from './hash-list.ts';
import { emptyRoot, nodeHash } from './hashing.ts';

/** An append-only Merkle tree (RFC 9162 §2.1). Every size it ever had can be asked for; a RangeError beyond. */
export interface MerkleTree {
  readonly size: number;
  /** Takes the hash of the leaf; answers its index. */
  append(leafHash: Uint8Array): number;
  leaf(index: number): Uint8Array;
  root(size?: number): Uint8Array;
  /** From the leaf's sibling to the child of the root (RFC 9162 §2.1.3.1). */
  inclusionProof(index: number, size?: number): readonly Uint8Array[];
  /** That the tree of `from` leaves is the beginning of the tree of `to` leaves (RFC 9162 §2.1.4.1). */
  consistencyProof(from: number, to?: number): readonly Uint8Array[];
}

/** Keeps the roots of all complete subtrees: two hashes for each leaf, a logarithmic number of steps for each proof. */
export function createTree(): MerkleTree {
  // levels[h] holds the complete subtrees of 2^h leaves from left to right.
  const levels: HashList[] = [createHashList()];
  const levelOf = (height: number): HashList => {
    const level = levels[height] ?? createHashList();
    levels[height] = level;
    return level;
  };
  const sizeNow = (): number => levelOf(0).length;

  const rangeRoot = (start: number, end: number): Uint8Array => {
    const height = Math.log2(end - start);
    if (Number.isInteger(height)) return levelOf(height).at(start / (end - start));
    const middle = start + splitOf(end - start);
    return nodeHash(rangeRoot(start, middle), rangeRoot(middle, end));
  };

  const add = (leaf: Uint8Array): number => {
    levelOf(0).push(leaf);
    for (let height = 0; levelOf(height).length % 2 === 0; height += 1) {
      const level = levelOf(height);
      levelOf(height + 1).push(nodeHash(level.at(level.length - 2), level.at(level.length - 1)));
    }
    return sizeNow() - 1;
  };

  return {
    get size() {
      return sizeNow();
    },
    append: add,
    leaf: (index) => levelOf(0).at(index),
    root(size = sizeNow()) {
      assertWithin(size, 0, sizeNow());
      return size === 0 ? emptyRoot.slice() : rangeRoot(0, size);
    },
    inclusionProof(index, size = sizeNow()) {
      assertWithin(size, 0, sizeNow());
      assertWithin(index, 0, size - 1);
      return inclusionPath(rangeRoot, index, 0, size);
    },
    consistencyProof(from, to = sizeNow()) {
      assertWithin(to, 0, sizeNow());
      assertWithin(from, 0, to);
      return from === 0 || from === to ? [] : consistencyPath({ rangeRoot, from, start: 0, end: to, isWhole: true });
    },
  };
}

type RangeRoot = (start: number, end: number) => Uint8Array;

function inclusionPath(rangeRoot: RangeRoot, index: number, start: number, end: number): readonly Uint8Array[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionPath(rangeRoot, index, start, middle), rangeRoot(middle, end)]
    : [...inclusionPath(rangeRoot, index, middle, end), rangeRoot(start, middle)];
}

interface ConsistencyStep {
  readonly rangeRoot: RangeRoot;
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** The verifier knows this subtree's root already: it is the old tree. */
  readonly isWhole: boolean;
}

function consistencyPath(step: ConsistencyStep): readonly Uint8Array[] {
  const { rangeRoot, from, start, end, isWhole } = step;
  if (from === end) return isWhole ? [] : [rangeRoot(start, end)];
  const middle = start + splitOf(end - start);
  return from <= middle
    ? [...consistencyPath({ ...step, end: middle }), rangeRoot(middle, end)]
    : [...consistencyPath({ ...step, start: middle, isWhole: false }), rangeRoot(start, middle)];
}

/** The largest power of two below the size: where RFC 9162 §2.1.1 splits. */
function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

function assertWithin(value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${value} is not between ${least} and ${most}`);
  }
}
