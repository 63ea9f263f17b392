import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { leafHash } from '../hashing.ts';
import { openNote } from '../note.ts';
import { noteSigner } from '../note-signer.ts';
import { openCheckpoint, signCheckpoint } from '../signed-checkpoint.ts';
import { createTree, type MerkleTree } from '../tree.ts';
import { verifyConsistency } from '../verify-tree.ts';
import { askWitness } from './ask-witness.ts';
import { formatCosigningRequest } from './cosigning-request.ts';
import { createWitness, type Witness } from './witness.ts';
import { openWitnessFile, type WitnessFile } from './witness-file.ts';

const at = '2026-03-02T01:02:03.000Z';
const folder = mkdtempSync(join(tmpdir(), 'sillok-witness-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log = signerOf('ministry.example/log', 'log');
const witnessSigner = signerOf('archives.example/witness', 'witness');

function signerOf(name: string, role: 'log' | 'witness') {
  return noteSigner({ name, role, privateKey: generateKeyPairSync('ed25519').privateKey });
}

function treeOf(leaves: readonly string[]): MerkleTree {
  const tree = createTree();
  for (const leaf of leaves) tree.append(leafHash(Buffer.from(leaf)));
  return tree;
}

function witnessOn(file: WitnessFile): Witness {
  const keysOf = (origin: string) => (origin === log.name ? [log.verifierKey] : undefined);
  return createWitness({ keysOf, file, signer: witnessSigner, clock: { now: () => at } });
}

function noteOf(tree: MerkleTree, size: number, signer = log, origin = signer.name): Promise<string> {
  return signCheckpoint({ origin, size, root: tree.root(size) }, [signer], at);
}

async function requestOf(tree: MerkleTree, oldSize: number, size: number): Promise<string> {
  const proof = oldSize === 0 || oldSize > size ? [] : tree.consistencyProof(oldSize, size);
  return formatCosigningRequest({ oldSize, proof, note: await noteOf(tree, size) });
}

const honest = treeOf(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
const forked = treeOf(['a', 'b', 'x', 'd', 'e', 'f', 'g']);

describe('a witness', () => {
  test('vouches for a log that grows, again for what it saw, and with its own time', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    for (const [old, size] of [
      [0, 1],
      [1, 2],
      [2, 7],
      [7, 7],
    ] as const) {
      const body = await requestOf(honest, old, size);
      const answer = await witness.addCheckpoint(body);
      expect(answer).toMatchObject({ kind: 'cosigned', size });
      const note = `${await noteOf(honest, size)}${answer.kind === 'cosigned' ? answer.lines : ''}`;
      const { signedBy } = openNote(note, [log.verifierKey, witness.verifierKey]);
      expect(signedBy.map((one) => one.signedAt)).toEqual([undefined, at]);
    }
  });

  test('vouches for the empty tree, of which there is one', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    expect(await witness.addCheckpoint(await requestOf(createTree(), 0, 0))).toMatchObject({ kind: 'cosigned' });
    const other = await signCheckpoint({ origin: log.name, size: 0, root: honest.root(1) }, [log], at);
    const answer = await witness.addCheckpoint(formatCosigningRequest({ oldSize: 0, proof: [], note: other }));
    expect(answer).toMatchObject({ kind: 'conflict', isFork: true });
  });

  test('refuses a smaller tree, a wrong old size, and a fork of the same size or a greater one', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    await witness.addCheckpoint(await requestOf(honest, 0, 4));
    const conflict = { kind: 'conflict', origin: log.name, seenSize: 4 };
    const told = async (tree: MerkleTree, old: number, size: number) =>
      witness.addCheckpoint(await requestOf(tree, old, size));
    expect(await told(honest, 0, 3)).toEqual({ ...conflict, isFork: false });
    expect(await told(honest, 2, 6)).toEqual({ ...conflict, isFork: false });
    expect(await told(honest, 4, 3)).toEqual({ kind: 'old-beyond-new' });
    expect(await told(forked, 4, 4)).toEqual({ ...conflict, isFork: true });
    expect(await told(forked, 0, 4)).toEqual({ ...conflict, isFork: true });
    expect(await told(forked, 4, 6)).toEqual({ kind: 'wrong-proof', origin: log.name });
    expect(await told(honest, 4, 6)).toMatchObject({ kind: 'cosigned', size: 6 });
  });

  test('refuses a proof where nothing was seen yet, since there is nothing that it could show', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    const note = await noteOf(honest, 2);
    const body = formatCosigningRequest({ oldSize: 0, proof: [honest.root(1)], note });
    expect(await witness.addCheckpoint(body)).toEqual({ kind: 'wrong-proof', origin: log.name });
  });

  test('refuses logs that it does not know and signatures that are not theirs', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    const ask = (note: string) => witness.addCheckpoint(formatCosigningRequest({ oldSize: 0, proof: [], note }));
    const stranger = signerOf(log.name, 'log');
    expect(await ask(await noteOf(honest, 2, signerOf('other.example/log', 'log')))).toEqual({ kind: 'unknown-log' });
    expect(await ask(await noteOf(honest, 2, stranger))).toEqual({ kind: 'not-signed' });
    const good = await noteOf(honest, 2);
    expect(await ask(good.replace('\n2\n', '\n3\n'))).toEqual({ kind: 'not-signed' });
    expect(await ask(await noteOf(honest, 2, log, 'other.example/log'))).toEqual({ kind: 'unknown-log' });
  });

  test('refuses whatever is no request', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    const good = await requestOf(honest, 0, 2);
    const hash = Buffer.from(honest.root(1)).toString('base64');
    const bodies = ['', '\n\n', 'old 0', good.replace('old 0', 'old 00'), good.replace('old 0', 'old -1')];
    const lines = [`${hash}x`, hash.slice(0, -4), '', ...Array.from({ length: 64 }, () => hash)];
    const withLines = [...lines.slice(0, 3), lines.slice(3).join('\n')].map((line) =>
      good.replace('old 0\n', `old 0\n${line}\n`),
    );
    for (const body of [...bodies, good.slice(0, -1), good.replace('old 0', 'new 0'), ...withLines]) {
      expect((await witness.addCheckpoint(body)).kind).toMatch(/^(malformed|unknown-log)$/);
    }
    expect(await witness.addCheckpoint(good)).toMatchObject({ kind: 'cosigned' });
  });

  test('remembers across a restart, and lets nobody take back what it vouched for', async () => {
    const path = join(folder, 'witness.sqlite');
    const before = openWitnessFile(path);
    await witnessOn(before).addCheckpoint(await requestOf(honest, 0, 4));
    before.close();
    const file = openWitnessFile(path);
    const answer = await witnessOn(file).addCheckpoint(await requestOf(forked, 0, 4));
    expect(answer).toMatchObject({ kind: 'conflict', seenSize: 4, isFork: true });
    const seen = file.seen(log.name);
    expect(() => file.advance(log.name, seen, { size: 3, root: honest.root(3) })).toThrow('takes nothing back');
    expect(() => file.advance(log.name, seen, { size: 4, root: forked.root(4) })).toThrow('takes nothing back');
    expect(file.advance(log.name, { size: 2, root: honest.root(2) }, { size: 5, root: honest.root(5) })).toBe(false);
    file.close();
  });

  test('is too late where another process on its file was faster', async () => {
    const path = join(folder, 'shared.sqlite');
    const [file, other] = [openWitnessFile(path), openWitnessFile(path)];
    const overtaken: WitnessFile = {
      ...file,
      advance(origin, before, after) {
        other.advance(origin, before, { size: 7, root: honest.root(7) });
        return file.advance(origin, before, after);
      },
    };
    const answer = await witnessOn(overtaken).addCheckpoint(await requestOf(forked, 0, 4));
    expect(answer).toMatchObject({ kind: 'conflict', seenSize: 7 });
    file.close();
    other.close();
  });
});

describe('a log that asks a witness', () => {
  const statuses = {
    malformed: 400,
    'unknown-log': 404,
    'not-signed': 403,
    'old-beyond-new': 400,
    conflict: 409,
    'wrong-proof': 422,
  };
  const over = (witness: Witness) => ({
    verifierKey: witness.verifierKey,
    async post(body: string) {
      const answer = await witness.addCheckpoint(body);
      if (answer.kind === 'cosigned') return { status: 200, body: `${answer.lines}— other.example/w AAAAAAAA\n` };
      return { status: statuses[answer.kind], body: answer.kind === 'conflict' ? `${answer.seenSize}\n` : '' };
    },
  });
  const asking = async (tree: MerkleTree, oldSize: number, size: number) => ({
    checkpoint: { size, note: await noteOf(tree, size) },
    oldSize,
    consistency: tree.consistencyProof,
  });

  test('learns from it what it remembers, and takes its lines alone', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    for (const [old, size] of [
      [0, 3],
      [0, 5],
      [5, 7],
      [0, 7],
    ] as const) {
      const answer = await askWitness(over(witness), await asking(honest, old, size));
      expect(answer).toEqual({
        kind: 'cosigned',
        lines: expect.stringMatching(/^— archives\.example\/witness \S+\n$/),
      });
    }
  });

  test('hears that it shrank or forked', async () => {
    const witness = witnessOn(openWitnessFile(':memory:'));
    await askWitness(over(witness), await asking(honest, 0, 5));
    const refused = { kind: 'refused', status: 409, seenSize: 5 };
    expect(await askWitness(over(witness), await asking(honest, 0, 3))).toEqual(refused);
    expect(await askWitness(over(witness), await asking(forked, 5, 5))).toEqual(refused);
    expect(await askWitness(over(witness), await asking(forked, 5, 7))).toEqual({ kind: 'refused', status: 422 });
  });

  test('does not take the line of a witness that is not the one it asked', async () => {
    const witness = { ...over(witnessOn(openWitnessFile(':memory:'))), verifierKey: log.verifierKey };
    const answer = await askWitness(witness, await asking(honest, 0, 3));
    expect(answer).toEqual({ kind: 'refused', status: 200 });
  });
});

/** One history up to `parting`, two after it; a request names old and new size, whose tree and whose proof. */
const request = fc.record({
  /** Where it is missing, the old size is the right one. */
  old: fc.option(fc.nat(12), { freq: 1, nil: undefined }),
  size: fc.nat(12),
  tree: fc.nat(1),
  proofOf: fc.nat(1),
  isSpoilt: fc.boolean(),
});
const requests = fc.record({
  parting: fc.nat(12),
  asked: fc.array(request, { minLength: 1, maxLength: 30 }),
});

type Asked = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

interface Vouched {
  readonly size: number;
  readonly root: Uint8Array;
  readonly tree: MerkleTree;
}

function twoHistories(parting: number): (which: number) => MerkleTree {
  const leaves = Array.from({ length: 12 }, (_, place) => `leaf ${place}`);
  const one = treeOf(leaves);
  const other = treeOf(leaves.map((leaf, place) => (place < parting ? leaf : `not ${leaf}`)));
  return (which) => (which === 0 ? one : other);
}

async function vouchedIn({ parting, asked }: Asked, file: WitnessFile): Promise<readonly Vouched[]> {
  const historyOf = twoHistories(parting);
  const witness = witnessOn(file);
  const vouched: Vouched[] = [];
  for (const one of asked) {
    const { old = file.seen(log.name).size, size } = one;
    const proof = old === 0 || old > size ? [] : historyOf(one.proofOf).consistencyProof(old, size);
    const tree = historyOf(one.tree);
    const note = await noteOf(tree, size);
    const body = formatCosigningRequest({ oldSize: old, proof: one.isSpoilt ? proof.slice(1) : proof, note });
    const answer = await witness.addCheckpoint(body);
    if (answer.kind === 'cosigned') vouched.push({ tree, size, root: openCheckpoint(note, [log.verifierKey]).root });
  }
  return vouched;
}

function agrees(earlier: Vouched, later: Vouched): boolean {
  if (earlier.size === 0 || earlier.size > later.size) return earlier.size === 0;
  const proof = later.tree.consistencyProof(earlier.size, later.size);
  const claim = { from: earlier.size, to: later.size, fromRoot: earlier.root, toRoot: later.root, proof };
  return verifyConsistency(claim);
}

describe('whatever logs ask', () => {
  test('no two checkpoints that were cosigned contradict each other, and none is smaller than one before', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(requests, async (sequence) => {
        const file = openWitnessFile(':memory:');
        const vouched = await vouchedIn(sequence, file);
        file.close();
        count += vouched.length;
        const pairs = vouched.flatMap((later, place) => vouched.slice(0, place).map((earlier) => ({ earlier, later })));
        expect(pairs.filter(({ earlier, later }) => !agrees(earlier, later))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(count).toBeGreaterThan(60);
  });
});
