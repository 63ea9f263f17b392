import { emptyRoot, isSameHash, nodeHash } from './hashing.ts';

export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the leaf stands at this index of the tree (RFC 9162 §2.1.3.2). Everything may be hostile. */
export function verifyInclusion({ leafHash, index, size, proof, root }: InclusionClaim): boolean {
  if (!areCounts(index, size) || index >= size) return false;
  // A leaf is the subtree of itself, and the two proofs are the same hashes.
  return verifySubtreeConsistency({ start: index, end: index + 1, size, subtreeRoot: leafHash, root, proof });
}

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the first tree is the beginning of the second (RFC 9162 §2.1.4.2). The empty tree begins every tree, which
 * shows nothing, so it is answered with `false` unless both are empty.
 */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: ConsistencyClaim): boolean {
  if (from === 0)
    return to === 0 && proof.length === 0 && [fromRoot, toRoot].every((one) => isSameHash(one, emptyRoot));
  return verifySubtreeConsistency({ start: 0, end: from, size: to, subtreeRoot: fromRoot, root: toRoot, proof });
}

export interface SubtreeInclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly proof: readonly Uint8Array[];
  readonly subtreeRoot: Uint8Array;
}

/** Whether the leaf stands in the subtree of the leaves `start` to `end` (draft-ietf-plants-merkle-tree-certs §4.3). */
export function verifySubtreeInclusion(claim: SubtreeInclusionClaim): boolean {
  const { leafHash, index, start, end, proof, subtreeRoot } = claim;
  if (!isSubtree(start, end) || !areCounts(index) || index < start) return false;
  return verifyInclusion({ leafHash, index: index - start, size: end - start, proof, root: subtreeRoot });
}

export interface SubtreeConsistencyClaim {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly subtreeRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Whether the subtree is part of the tree (draft-ietf-plants-merkle-tree-certs §4.4). An empty subtree is part of
 * every tree and needs an empty proof.
 */
export function verifySubtreeConsistency(claim: SubtreeConsistencyClaim): boolean {
  const { start, end, size, subtreeRoot, root, proof } = claim;
  if (!areCounts(start, end, size) || end > size) return false;
  if (start === end) return proof.length === 0 && isSameHash(subtreeRoot, emptyRoot);
  if (!isSubtree(start, end) || !areHashes([subtreeRoot, root, ...proof])) return false;
  const walk = startOfWalk(claim);
  const [first = subtreeRoot, ...rest] = walk.first === walk.last ? [subtreeRoot, ...proof] : proof;
  if (walk.first !== walk.last && proof.length === 0) return false;
  const roots = rest.reduce<Roots | undefined>((known, hash) => climb(walk, known, hash), {
    part: first,
    whole: first,
  });
  return roots !== undefined && walk.end === 0 && isSameHash(roots.part, subtreeRoot) && isSameHash(roots.whole, root);
}

interface Walk {
  first: number;
  last: number;
  end: number;
}

interface Roots {
  readonly part: Uint8Array;
  readonly whole: Uint8Array;
}

function startOfWalk({ start, end, size }: SubtreeConsistencyClaim): Walk {
  const walk = { first: start, last: end - 1, end: size - 1 };
  const reachesEnd = walk.last === walk.end;
  while (walk.first !== walk.last && (reachesEnd || isOdd(walk.last))) goUp(walk);
  return walk;
}

function climb(walk: Walk, roots: Roots | undefined, hash: Uint8Array): Roots | undefined {
  if (roots === undefined || walk.end === 0) return undefined;
  const isRight = isOdd(walk.last) || walk.last === walk.end;
  const next: Roots = {
    part: isRight && walk.first < walk.last ? nodeHash(hash, roots.part) : roots.part,
    whole: isRight ? nodeHash(hash, roots.whole) : nodeHash(roots.whole, hash),
  };
  while (isRight && !isOdd(walk.last)) goUp(walk);
  goUp(walk);
  return next;
}

function goUp(walk: Walk): void {
  walk.first = half(walk.first);
  walk.last = half(walk.last);
  walk.end = half(walk.end);
}

/** `start` must be a multiple of the smallest power of two that is not below the width. */
function isSubtree(start: number, end: number): boolean {
  if (!areCounts(start, end) || start >= end) return false;
  return start % 2 ** Math.ceil(Math.log2(end - start)) === 0;
}

// Sizes go beyond 32 bits, where the shift operators of JavaScript end.
function half(value: number): number {
  return Math.floor(value / 2);
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function areCounts(...values: readonly number[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && value >= 0);
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === 32);
}
