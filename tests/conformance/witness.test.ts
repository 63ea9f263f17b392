import { join } from 'node:path';
import { loopbackFetch } from '@sillok/http-service';
import {
  askWitness,
  createTree,
  formatCosigningRequest,
  leafHash,
  type MerkleTree,
  type NoteSigner,
  noteSigner,
  openNote,
  signCheckpoint,
} from '@sillok/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { institutionKeys } from '../../infra/sillok/src/composition/institution-keys.ts';
import { logSigner, witnessSigner } from '../../infra/sillok/src/composition/witnessing.ts';
import { type House, openHouse } from '../journeys/support/house.ts';
import { findLitewitness, howToGetLitewitness, type OutsideWitness, startLitewitness } from './judges/litewitness.ts';

let house: House;
let outside: OutsideWitness | undefined;
const program = findLitewitness();
const skipped = program === undefined ? ` (${howToGetLitewitness})` : '';

beforeAll(async () => {
  house = await openHouse();
  outside = program === undefined ? undefined : await startLitewitness(program);
  outside?.know('munhwa.example/log', keysOf('munhwa').log.verifierKey);
  outside?.know('mopa.example/log', keysOf('mopa').log.verifierKey);
});
afterAll(async () => {
  await house.leave();
  await outside?.stop();
});

function keysOf(id: string) {
  const { ledgerKey, witnessKey } = institutionKeys(join(house.dataFolder, id));
  return { log: logSigner(id, ledgerKey), witness: witnessSigner(id, witnessKey) };
}

interface WitnessAtWork {
  readonly submissionPrefix: string;
  readonly verifierKey: string;
}

function ours(): WitnessAtWork {
  const submissionPrefix = `http://archives.localhost:${house.country.port}/api/audit/witness`;
  return { submissionPrefix, verifierKey: keysOf('archives').witness.verifierKey };
}

function theirs(): WitnessAtWork {
  if (outside === undefined) throw new Error(howToGetLitewitness);
  return outside;
}

async function add({ submissionPrefix }: WitnessAtWork, body: string) {
  const answer = await loopbackFetch(`${submissionPrefix}/add-checkpoint`, { method: 'POST', body });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
}

function treeOf(leaves: readonly string[]): MerkleTree {
  const tree = createTree();
  for (const leaf of leaves) tree.append(leafHash(Buffer.from(leaf)));
  return tree;
}

const honest = treeOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
const forked = treeOf(['a', 'b', 'x', 'd', 'e', 'f', 'g', 'h', 'i']);

/** The log of an institution as a thief of its key, or the institution itself, might grow it. */
function logOf(signer: NoteSigner) {
  const noteOf = (tree: MerkleTree, size: number) =>
    signCheckpoint({ origin: signer.name, size, root: tree.root(size) }, [signer], '2014-03-03T00:00:00.000Z');
  return {
    noteOf,
    async request(tree: MerkleTree, oldSize: number, size: number, proofOf = tree): Promise<string> {
      const proof = oldSize === 0 || oldSize > size ? [] : proofOf.consistencyProof(oldSize, size);
      return formatCosigningRequest({ oldSize, proof, note: await noteOf(tree, size) });
    },
  };
}

describe.each([
  ['ours', ours, false],
  [`litewitness${skipped}`, theirs, program === undefined],
] as const)('the witness that is %s', (_name, at, isMissing) => {
  test.skipIf(isMissing)('cosigns a log at its first size, as it grows, and again at the same', async () => {
    const log = logOf(keysOf('munhwa').log);
    for (const [old, size] of [
      [0, 1],
      [1, 2],
      [2, 5],
      [5, 5],
    ] as const) {
      const answer = await add(at(), await log.request(honest, old, size));
      expect(answer.status, answer.body).toBe(200);
      const keys = [keysOf('munhwa').log.verifierKey, at().verifierKey];
      const { signedBy } = openNote(`${await log.noteOf(honest, size)}${answer.body}`, keys);
      expect(signedBy.map(({ verifierKey }) => verifierKey)).toEqual(keys);
    }
  });

  test.skipIf(isMissing)('refuses a smaller tree, and says what it saw', async () => {
    const log = logOf(keysOf('munhwa').log);
    const saw = { status: 409, type: 'text/x.tlog.size', body: '5\n' };
    expect(await add(at(), await log.request(honest, 0, 3))).toEqual(saw);
    expect(await add(at(), await log.request(honest, 3, 3))).toEqual(saw);
    expect(await add(at(), await log.request(honest, 3, 7))).toEqual(saw);
    expect(await add(at(), await log.request(honest, 5, 3))).toMatchObject({ status: 400 });
  });

  test.skipIf(isMissing)('refuses a fork of the same size and of a greater one', async () => {
    const log = logOf(keysOf('munhwa').log);
    // The protocol says 409; litewitness 0.9.0 sees a proof that does not verify.
    expect([409, 422]).toContain((await add(at(), await log.request(forked, 5, 5))).status);
    expect((await add(at(), await log.request(forked, 5, 7))).status).toBe(422);
    expect((await add(at(), await log.request(forked, 0, 7))).status).toBe(409);
  });

  test.skipIf(isMissing)('refuses a wrong proof, a foreign key, a log that it does not know and nonsense', async () => {
    const log = logOf(keysOf('munhwa').log);
    expect((await add(at(), await log.request(honest, 5, 7, forked))).status).toBe(422);
    const foreign = noteSigner({
      name: 'munhwa.example/log',
      privateKey: institutionKeys(join(house.dataFolder, 'belavoda')).ledgerKey,
    });
    expect((await add(at(), await logOf(foreign).request(honest, 5, 7))).status).toBe(403);
    const unknown = noteSigner({
      name: 'nobody.example/log',
      privateKey: institutionKeys(join(house.dataFolder, 'munhwa')).ledgerKey,
    });
    expect((await add(at(), await logOf(unknown).request(honest, 0, 7))).status).toBe(404);
    expect((await add(at(), 'new 5\n\nnonsense')).status).toBe(400);
    expect((await add(at(), await log.request(honest, 5, 7))).status).toBe(200);
  });

  test.skipIf(isMissing)('vouches for the very log of an institution as it grows', async () => {
    const mopa = house.country.institutions.find(({ id }) => id === 'mopa');
    if (mopa === undefined) throw new Error('no institution mopa');
    const witness = { verifierKey: at().verifierKey, post: (body: string) => add(at(), body) };
    const ask = async (oldSize: number) => {
      const checkpoint = await mopa.sequencer.checkpoint();
      const answer = await askWitness(witness, { checkpoint, oldSize, consistency: mopa.sequencer.consistency });
      const lines = answer.kind === 'cosigned' ? answer.lines : '';
      const { signedBy } = openNote(`${checkpoint.note}${lines}`, [mopa.verifierKey, at().verifierKey]);
      expect(signedBy.map(({ verifierKey }) => verifierKey)).toEqual([mopa.verifierKey, at().verifierKey]);
      return checkpoint.size;
    };
    const first = await ask(0);
    const folder = { unitTaskId: 'mopa-task-exchange', year: 2014, title: `Grown from ${first}` };
    expect((await house.person('mopa-drafter').post('/api/records/folders', folder)).status).toBe(201);
    expect(await ask(first)).toBeGreaterThan(first);
    // A log that forgot what it asked is told.
    expect(await ask(0)).toBeGreaterThan(first);
  });
});
