import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loopbackFetch } from '@sillok/http-service';
import { createTree, formatCosigningRequest, noteSigner, openCheckpoint, signCheckpoint } from '@sillok/ledger';
import { checkpointAnswer } from '@sillok/schemas/api/audit/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { institutionKeys } from '../../infra/sillok/src/composition/institution-keys.ts';
import { type House, openHouse } from './support/house.ts';
import { memo } from './support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const at = '2014-03-03T00:00:00.000Z';

function institution(id: string) {
  const found = house.country.institutions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no institution ${id}`);
  return found;
}

async function add(witness: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  const url = `http://${witness}.localhost:${house.country.port}/api/audit/witness/add-checkpoint`;
  const answer = await loopbackFetch(url, { method: 'POST', headers, body });
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
}

const checkpointOf = (id: string) => house.client(id).ask(`${id}-drafter`, '/api/audit/checkpoint', checkpointAnswer);

test('every other institution vouches for a log, again as it grows, and the log shows their signatures', async () => {
  await house.live(memo('munhwa', '증인 앞에서'));
  const munhwa = institution('munhwa');
  await munhwa.askWitnesses();
  const first = await checkpointOf('munhwa');
  const { cosigned } = first;
  const others = house.country.plans.map(({ id }) => id).filter((id) => id !== 'munhwa');
  const { signedBy, size } = openCheckpoint(cosigned?.note ?? '', [
    munhwa.verifierKey,
    ...(cosigned?.witnessKeys ?? []),
  ]);
  expect(signedBy.map(({ name }) => name).sort()).toEqual(
    ['munhwa.example/log', ...others.map((id) => `${id}.example/witness`)].sort(),
  );
  expect(size).toBe(cosigned?.size);
  const exported = await house.person('munhwa-archivist').get('/api/audit/export/checkpoint');
  expect([exported.status, exported.body]).toEqual([200, cosigned?.note]);

  await house.live(memo('munhwa', '그 뒤에도'));
  await Promise.all([munhwa.askWitnesses(), munhwa.askWitnesses()]);
  const later = await checkpointOf('munhwa');
  expect(later.cosigned?.size).toBeGreaterThan(size);
  expect(later.cosigned?.witnessKeys).toEqual(cosigned?.witnessKeys);
});

test('a fork, a smaller tree, a foreign key and a stranger are refused, also after a restart', async () => {
  const { ledgerKey } = institutionKeys(join(house.dataFolder, 'munhwa'));
  const signer = noteSigner({ name: 'munhwa.example/log', privateKey: ledgerKey });
  const tree = createTree();
  for (let place = 0; place < 3; place += 1) tree.append(new Uint8Array(32).fill(place));
  const told = async (oldSize: number, size: number, root: Uint8Array, by = signer) =>
    formatCosigningRequest({
      oldSize,
      proof: [],
      note: await signCheckpoint({ origin: by.name, size, root }, [by], at),
    });
  const seen = (await checkpointOf('munhwa')).cosigned?.size ?? 0;
  house = await house.restart();

  const conflict = { status: 409, type: 'text/x.tlog.size', body: `${seen}\n` };
  expect(await add('mopa', await told(0, 3, tree.root(3)))).toEqual(conflict);
  expect(await add('mopa', await told(seen, seen, tree.root(3)))).toEqual(conflict);
  expect(await add('mopa', await told(seen, 3, tree.root(3)))).toMatchObject({ status: 400 });
  expect(await add('mopa', await told(seen, seen + 5, tree.root(3)))).toMatchObject({ status: 422 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const thief = noteSigner({ name: signer.name, privateKey });
  expect(await add('mopa', await told(seen, seen + 5, tree.root(3), thief))).toMatchObject({ status: 403 });
  const stranger = noteSigner({ name: 'nobody.example/log', privateKey });
  expect(await add('mopa', await told(0, 3, tree.root(3), stranger))).toMatchObject({ status: 404 });
  // An institution is no witness of itself.
  expect(await add('munhwa', await told(0, 3, tree.root(3)))).toMatchObject({ status: 404 });
  for (const body of ['', 'old 0\n\n', Uint8Array.of(0xff, 0x0a, 0x0a)]) {
    expect((await add('mopa', body)).status).toBeGreaterThanOrEqual(400);
    expect((await add('mopa', body)).status).toBeLessThan(500);
  }
  const alarms = await readFile(join(house.dataFolder, 'log', 'sillok.jsonl'), 'utf8');
  expect(alarms).toContain('munhwa.example/log does not continue what was vouched for');

  await institution('munhwa').askWitnesses();
  expect((await checkpointOf('munhwa')).cosigned?.size).toBeGreaterThanOrEqual(seen);
});
