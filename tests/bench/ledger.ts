import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EventStore, EventToAppend } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import { canonicalBytes, standingClock } from '@sillok/kernel';
import { macOf } from '@sillok/key-vault';
import { createSequencer, createTree, leafHash, noteSigner, verifyInclusion } from '@sillok/ledger';
import { type Benchmark, type BenchOrder, type Prepared, rateOf, steadyRate } from './benchmark.ts';

export const ledger: Benchmark = {
  id: 'b13',
  title: 'the Merkle tree over every event: leaves, proofs, and the sequencer with MACs and its file',
  boundedBy:
    'two SHA-256 of short inputs a leaf, each a call into C; for the sequencer the MAC, the envelope’s JSON and SQLite',
  prepare: prepareLedger,
};

const macKey = new Uint8Array(32).fill(1);

async function prepareLedger({ folder, isSmall }: BenchOrder): Promise<Prepared> {
  const count = isSmall ? 2_000 : 20_000;
  const events = Array.from({ length: count }, (_, index) => eventAt(index));
  const store = inMemoryEventStore();
  for (const event of events) await store.append(event.id, -1, [event]);
  const tree = treeOf(events);
  const root = tree.root();
  const steps = tree.inclusionProof(0).length;
  return {
    contenders: [
      { name: 'tree', run: () => rateOf(count, () => void treeOf(events)) },
      { name: 'two SHA-256 a leaf', run: () => rateOf(count, () => twoHashes(events)) },
      { name: 'sequencer', run: (round) => rateOf(count, () => integrate(store, count, join(folder, `${round}`))) },
      { name: 'proofs made and verified', run: () => steadyRate(() => prove(randomOf(count)), 300, 50) },
      { name: `${steps + 1} SHA-256 a proof`, run: () => steadyRate(() => hashSteps(steps + 1), 300, 50) },
    ],
    comparisons: [
      { subject: 'tree', peer: 'two SHA-256 a leaf', atLeast: 0.5 },
      { subject: 'sequencer', peer: 'two SHA-256 a leaf' },
      { subject: 'proofs made and verified', peer: `${steps + 1} SHA-256 a proof` },
    ],
    facts: [`${count} leaves of ${events[0]?.bytes.length ?? 0} bytes`, 'every proof verified against the root'],
    close: () => store.close(),
  };

  function prove(index: number): void {
    const claim = { leafHash: tree.leaf(index), index, size: count, proof: tree.inclusionProof(index), root };
    if (!verifyInclusion(claim)) throw new RangeError(`the proof of leaf ${index} does not hold`);
  }
}

function treeOf(events: readonly EventToAppend[]) {
  const tree = createTree();
  for (const { bytes } of events) tree.append(leafHash(bytes));
  return tree;
}

/** All that RFC 9162 asks for: the leaf, and one node a leaf. */
function twoHashes(events: readonly EventToAppend[]): void {
  for (const { bytes } of events) {
    hash('sha256', bytes, 'buffer');
    hash('sha256', pair, 'buffer');
  }
}

const pair = randomBytes(65);

function hashSteps(steps: number): void {
  for (let step = 0; step < steps; step += 1) hash('sha256', pair, 'buffer');
}

async function integrate(store: EventStore, count: number, file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  let alarm: unknown;
  const sequencer = createSequencer({
    store,
    file: `${file}.${randomBytes(4).toString('hex')}.sqlite`,
    origin: 'bench.example/log',
    signingKey: noteSigner({ name: 'bench.example/log', privateKey }),
    clock: standingClock('2026-03-02T00:00:00.000Z'),
    macKeyOf: () => macKey,
    patience: 600_000,
    onAlarm: (error) => {
      alarm = error;
    },
  });
  await sequencer.integrated(eventAt(count - 1).id);
  const { size } = await sequencer.checkpoint();
  await sequencer.close();
  if (alarm !== undefined || size !== count)
    throw new RangeError(`${size} of ${count} leaves are in`, { cause: alarm });
}

function eventAt(index: number): EventToAppend {
  const id = `event-${String(index).padStart(8, '0')}`;
  const type = 'bench.Measured.v1';
  const bytes = canonicalBytes({ id, type, log: 'bench', stream: id, revision: 0, data: { text: 'x'.repeat(800) } });
  return { id, type, bytes, mac: macOf(macKey, bytes) };
}

function randomOf(count: number): number {
  return randomBytes(4).readUInt32BE() % count;
}
