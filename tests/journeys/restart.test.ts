import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { openCheckpoint, verifyConsistency } from '@sillok/ledger';
import { caseAnswer } from '@sillok/schemas/api/approval/case';
import { checkpointAnswer } from '@sillok/schemas/api/audit/audit';
import { paperDone } from '@sillok/schemas/api/distribution/paper';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aScan } from './support/a-scan.ts';
import { correspondenceOf, letterTo, staffOf } from './support/correspondence.ts';
import { type House, openHouse } from './support/house.ts';
import { sillok } from './support/sillok-process.ts';
import { memo } from './support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const institutionOf = (id: string) => house.country.institutions.find((one) => one.id === id);

async function checkpointOf(institution: string) {
  const path = '/api/audit/checkpoint';
  const answer = await house.client(institution).ask(`${institution}-drafter`, path, checkpointAnswer);
  return { ...answer, ...openCheckpoint(answer.note, [answer.verifierKey]) };
}

test('a restart carries on with documents, numbers, work in hand and the ledger', async () => {
  const letter = memo('munhwa', '다시 켜기 전에');
  const before = await house.live(letter);
  const record = await house.sealed(letter, before.documentId);
  const waiting = await house.live(memo('munhwa', '결재를 기다리는 문서'), 2);
  const first = await checkpointOf('munhwa');

  house = await house.restart();
  const munhwa = house.client('munhwa');
  expect((await checkpointOf('munhwa')).size).toBeGreaterThanOrEqual(first.size);
  expect(await munhwa.ask(letter.drafter, `/api/records/records/${before.documentId}`, recordAnswer)).toEqual(record);
  const path = `/api/approval/cases/${waiting.documentId}`;
  expect(await munhwa.ask(letter.drafter, path, caseAnswer)).toMatchObject({ status: 'in-review', pendingStep: 2 });
  const after = await house.live(memo('munhwa', '다시 켠 뒤에'));
  expect([before.number, after.number]).toEqual(['기록정책과-1', '기록정책과-2']);

  const later = await checkpointOf('munhwa');
  expect(later.size).toBeGreaterThan(first.size);
  expect(later.verifierKey).toBe(first.verifierKey);
  const proof = institutionOf('munhwa')?.sequencer.consistency(first.size, later.size) ?? [];
  const claim = { from: first.size, to: later.size, fromRoot: first.root, toRoot: later.root, proof };
  expect(verifyConsistency(claim)).toBe(true);
});

const replayed = z.object({
  equal: z.boolean(),
  projections: z.array(z.object({ institution: z.string(), projection: z.string(), digest: z.string() })),
});

const replay = async () => {
  const { code, stdout, stderr } = await sillok('replay', '--data', house.dataFolder, '--json');
  return { code, stderr, ...(stdout === '' ? {} : replayed.parse(JSON.parse(stdout))) };
};

test('row 74: projections that were dropped come back from the log with the very same digests', async () => {
  const letter = memo('mopa', 'Kept in the log alone');
  await house.sealed(letter, (await house.live(letter)).documentId);
  await house.live(memo('mopa', 'Still under way'), 1);
  const mail = correspondenceOf(house);
  await mail.reached('munhwa', await mail.dispatch(letterTo('mopa', '다시 켜도 한 번')), 'arrived');
  await mail.reached('mopa', await mail.dispatch(letterTo('munhwa', 'Once, whatever happens')), 'arrived');
  for (const ministry of ['munhwa', 'mopa'] as const) await letterOnPaper(ministry);
  await house.country.stop();
  const lived = await replay();
  expect(lived).toMatchObject({ code: 0, equal: true });
  expect(lived.projections?.length).toBeGreaterThanOrEqual(8);
  // Whoever did nothing yet has projections that are alike, and nobody has sent anything to the archives yet.
  const busy = lived.projections?.filter(({ institution }) => ['munhwa', 'mopa'].includes(institution)) ?? [];
  const digests = (used: readonly string[]) =>
    busy.flatMap((one) => (used.includes(one.projection) ? [one.digest] : []));
  expect(digests(touched)).toHaveLength(touched.length * 2);
  expect(new Set(digests(touched)).size).toBe(touched.length * 2);

  for (const institution of ['munhwa', 'mopa']) {
    await rm(join(house.dataFolder, institution, 'projections'), { recursive: true });
  }
  house = await openHouse(house.dataFolder);
  const number = (await house.live(memo('mopa', 'After the rebuild'))).number;
  expect(number).toBe('MOPA/2014/3');
  await house.country.stop();
  const dropped = house.dataFolder;
  await rm(join(dropped, 'mopa', 'projections'), { recursive: true });
  const rebuilt = await replay();
  expect(rebuilt).toMatchObject({ code: 0, equal: true });
  const ofMunhwa = (all: typeof lived) => all.projections?.filter(({ institution }) => institution === 'munhwa');
  expect(ofMunhwa(rebuilt)).toEqual(ofMunhwa(lived));
  house = await openHouse(house.dataFolder);
});

const touched = [
  'cases',
  'dispatches',
  'drafts-of-person',
  'events-of-command',
  'incoming-documents',
  'papers',
  'record-streams',
  'registered-records',
];

async function letterOnPaper(ministry: 'munhwa' | 'mopa'): Promise<void> {
  const { registry, unitId } = staffOf(ministry);
  const note = { title: `To ${ministry}`, senderName: 'Somebody', arrivedOn: '2014-03-03', location: 'A-1' };
  const scanning = { resolution: '300', colour: 'greyscale', device: 'FX-300', software: 'Scan 1.0' };
  const path = `/api/distribution/papers?${new URLSearchParams({ ...note, ...scanning })}`;
  const { documentId } = await house.client(ministry).tell(registry, path, aScan(), paperDone);
  await house.client(ministry).tell(registry, `/api/distribution/papers/${documentId}/unit`, { unitId }, paperDone);
}

test('a replay fails in one sentence, and at once, where the log holds what nobody here can read', async () => {
  await house.country.stop();
  const folder = join(house.dataFolder, 'munhwa', 'events');
  const store = sqliteEventStore({ folder });
  const type = 'approval.DocumentApproved.v99';
  await store.append('approval_case-from-tomorrow', -1, [
    { id: randomBytes(8).toString('hex'), type, bytes: new TextEncoder().encode('{}'), mac: '' },
  ]);
  await store.close();
  const { code, stderr } = await replay();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^sillok: [^\n]+v99[^\n]*\n$/);
});

test('the log of the operators is JSON and names neither people nor titles', async () => {
  const lines = (await readFile(join(house.dataFolder, 'log', 'sillok.jsonl'), 'utf8')).trimEnd().split('\n');
  const entries = lines.map((line) =>
    z.looseObject({ level: z.string(), time: z.iso.datetime() }).parse(JSON.parse(line)),
  );
  expect(entries.some(({ operationId }) => operationId === 'ActOnStep')).toBe(true);
  const text = lines.join('\n');
  const names = house.country.plans.flatMap(({ people }) => people.flatMap(({ name, id }) => [name, id]));
  const titles = ['다시 켜기 전에', '결재를 기다리는 문서', 'Kept in the log alone', 'Still under way'];
  expect([...names, ...titles].filter((word) => text.includes(word))).toEqual([]);
});
