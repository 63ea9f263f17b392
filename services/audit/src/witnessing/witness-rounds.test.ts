import { generateKeyPairSync } from 'node:crypto';
import {
  createTree,
  createWitness,
  leafHash,
  noteSigner,
  openCosignatureFile,
  openWitnessFile,
  type Sequencer,
  signCheckpoint,
} from '@sillok/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWitnessRounds, type RoundsContext } from './witness-rounds.ts';

const clock = { now: () => '2026-03-02T01:02:03.000Z' };
const log = noteSigner({ name: 'ministry.example/log', privateKey: generateKeyPairSync('ed25519').privateKey });
const prefix = 'http://archives.localhost/witness';

let world: ReturnType<typeof newWorld>;
beforeEach(() => {
  world = newWorld();
});
afterEach(() => world.close());

/** A log of one institution and a witness that can be out of reach. */
function newWorld() {
  const file = openWitnessFile(':memory:');
  const cosignatures = openCosignatureFile(':memory:');
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = noteSigner({ name: 'archives.example/witness', privateKey, role: 'witness' });
  const keysOf = (origin: string) => (origin === log.name ? [log.verifierKey] : undefined);
  const witness = createWitness({ keysOf, file, signer, clock });
  const asked: string[] = [];
  const alarms: string[] = [];
  const state = { tree: createTree(), isReachable: true };
  const sequencer: Pick<Sequencer, 'checkpoint' | 'consistency'> = {
    async checkpoint() {
      const { size } = state.tree;
      const root = state.tree.root(size);
      return { size, root, note: await signCheckpoint({ origin: log.name, size, root }, [log], clock.now()) };
    },
    consistency: (from, to) => state.tree.consistencyProof(from, to),
  };
  const context: RoundsContext = {
    institutionId: 'ministry',
    sequencer,
    cosignatures,
    neighbours: [{ institutionId: 'archives', witnessKey: witness.verifierKey, submissionPrefix: prefix }],
    async fetch(url, init) {
      if (!state.isReachable) throw new TypeError('out of reach');
      asked.push(String(url));
      const answer = await witness.addCheckpoint(String(init?.body));
      if (answer.kind === 'cosigned') return new Response(answer.lines);
      if (answer.kind === 'conflict') return new Response(`${answer.seenSize}\n`, { status: 409 });
      return new Response('', { status: 422 });
    },
    onAlarm: ({ message }) => void alarms.push(message),
  };
  const close = () => {
    file.close();
    cosignatures.close();
  };
  return { state, asked, alarms, cosignatures, rounds: createWitnessRounds(context), close };
}

function grow(...leaves: readonly string[]): void {
  for (const leaf of leaves) world.state.tree.append(leafHash(Buffer.from(leaf)));
}

test('asks while there is something new, and keeps what the witness said', async () => {
  await world.rounds.ask();
  expect(world.asked).toEqual([]);
  grow('a', 'b');
  await world.rounds.ask();
  await world.rounds.ask();
  expect(world.asked).toEqual([`${prefix}/add-checkpoint`]);
  grow('c');
  await Promise.all([world.rounds.ask(), world.rounds.ask()]);
  expect(world.asked).toHaveLength(2);
  expect([world.cosignatures.newest()?.size, world.alarms]).toEqual([3, []]);
});

test('tells once of a witness that cannot be reached, and asks it again in the next round', async () => {
  grow('a');
  world.state.isReachable = false;
  await world.rounds.ask();
  await world.rounds.ask();
  expect(world.alarms).toEqual(['no cosignature of archives: it cannot be reached']);
  world.state.isReachable = true;
  await world.rounds.ask();
  expect([world.cosignatures.newest()?.size, world.alarms.length]).toEqual([1, 1]);
});

test('raises an alarm where its own log went another way', async () => {
  grow('a', 'b');
  await world.rounds.ask();
  world.state.tree = createTree();
  grow('a', 'x', 'c');
  await world.rounds.ask();
  expect(world.alarms).toEqual(['no cosignature of archives: it answered 422']);
  expect(world.cosignatures.newest()?.size).toBe(2);
});

test('asks nobody once it is stopped', async () => {
  grow('a');
  await world.rounds.stop();
  await world.rounds.ask();
  expect([world.asked, world.alarms]).toEqual([[], []]);
});
