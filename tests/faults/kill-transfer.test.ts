import { randomInt } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { sha256Hex } from '@sillok/evidence';
import { noAnchors, verifyPackage } from '@sillok/evidence/verifying';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { archives as archivesPlan, type InstitutionPlan, mopa, munhwa } from '@sillok/small-country';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../infra/sillok/src/composition/all-events.ts';
import {
  centreOf,
  keepForTheArchives,
  passToRecordsCentre,
  reviewDisclosure,
} from '../../infra/sillok/src/life/live-keeping.ts';
import { type Archives, sendFolder, takeOver, transferReached } from '../../infra/sillok/src/life/live-transfer.ts';
import { type House, openHouse, staffAt } from '../journeys/support/house.ts';
import { oneTo } from '../journeys/support/log-of.ts';
import { launchServer, type Server, startServer, stopServer } from '../journeys/support/sillok-process.ts';
import { memo } from '../journeys/support/story.ts';
import { notOnce, type WayToArchives } from './what-happened-once.ts';

const kills = Number(process.env['SILLOK_KILLS'] ?? 1);

/** A folder of the records centre that is ready to go, and what is in it. */
interface Going {
  readonly plan: InstitutionPlan;
  readonly folderId: string;
  readonly items: readonly string[];
  readonly copies: readonly string[];
}

let dataFolder = '';
let port = 0;
let server: Server | undefined;
let going: { readonly munhwa: Going; readonly mopa: Going };
const sent: { readonly transferId: string; readonly of: Going }[] = [];

beforeAll(async () => {
  const house = await openHouse();
  ({ dataFolder } = house);
  port = house.country.port;
  const units = { munhwa: await filed(house, 'munhwa'), mopa: await filed(house, 'mopa') };
  house.country.clock.moveTo('2015-01-08T03:00:00.000Z');
  for (const { plan, folderId } of Object.values(units))
    await passToRecordsCentre({ client: house.client(plan.id), plan }, folderId);
  house.country.clock.moveTo('2025-03-03T03:00:00.000Z');
  for (const { plan, items } of Object.values(units))
    for (const one of items) await reviewDisclosure({ client: house.client(plan.id), plan }, one, undefined);
  going = units;
  await house.country.stop();
});
afterAll(async () => {
  if (server !== undefined) await stopServer(server, 'SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

async function filed(house: House, ministry: 'munhwa' | 'mopa'): Promise<Going> {
  const plan = ministry === 'munhwa' ? munhwa : mopa;
  const keeping = { client: house.client(ministry), plan };
  const items: string[] = [];
  let folderId: string | null = null;
  for (const title of ['끊겨도 한 번', 'Once, however it ends']) {
    const letter = memo(ministry, title);
    const { documentId } = await house.live(letter);
    ({ folderId } = await house.sealed(letter, documentId));
    items.push(documentId);
  }
  await keepForTheArchives(keeping, items[0] ?? '', ministry === 'munhwa' ? 'munhwa-policy' : 'mopa-section');
  if (folderId === null) throw new Error('the letters lie in no folder');
  return { plan, folderId, items, copies: await copiesOf(house, { plan, items }) };
}

/** The digest of each record copy that the sender has. */
function copiesOf(staff: Pick<House, 'client'>, { plan, items }: Pick<Going, 'plan' | 'items'>) {
  const client = staff.client(plan.id);
  return Promise.all(
    items.map(async (one) => sha256Hex(await client.fetch(centreOf(plan), `/api/records/records/${one}/document.pdf`))),
  );
}

/** All that people do for a folder, with the same keys each time, until the sender knows that it was taken over. */
async function carryOn(going: Going): Promise<string> {
  const { plan, folderId, items } = going;
  const staff = staffAt(port);
  const keeping = { client: staff.client(plan.id), plan };
  const archives: Archives = {
    port,
    client: staff.client(archivesPlan.id),
    plan: archivesPlan,
    archivist: holderOf('archivist'),
    head: holderOf('archives-head'),
  };
  const { transferId } = await sendFolder(keeping, archives, { folderId, agreement: 'agreed' });
  await takeOver(archives, transferId);
  await transferReached(keeping, transferId, ({ status }) => status === 'accepted');
  const isPassed = async (documentId: string) => {
    const path = `/api/records/records/${documentId}`;
    return (await keeping.client.ask(centreOf(plan), path, recordAnswer)).custody === 'archives';
  };
  for (const one of items) while (!(await isPassed(one))) await delay(50);
  return transferId;
}

function holderOf(role: string): string {
  return archivesPlan.people.find(({ roles = [] }) => roles.includes(role))?.id ?? '';
}

/** How the server ended that is to die there: without a code, perhaps before anybody could ask for anything. */
async function diedAt(die: string, one: Going) {
  const { child, ended, ready } = launchServer(dataFolder, { port, die });
  server = { port, child, ended };
  const cut = await ready.then(() => carryOn(one)).then(() => 'it never came there', String);
  // Whoever is cut off hears of it a little before the process has ended.
  await Promise.race([ended, delay(5_000)]);
  child.kill();
  return { die, cut, code: (await ended).code };
}

/** The last time, undisturbed. */
async function ended(one: Going): Promise<void> {
  server = await startServer(dataFolder, { port });
  const transferId = await carryOn(one);
  expect(await copiesOf(staffAt(port), one)).toEqual(one.copies);
  expect(await stopServer(server)).toMatchObject({ code: 0, stderr: '' });
  server = undefined;
  sent.push({ transferId, of: one });
}

async function wayOf({ transferId, of: { plan, folderId, items } }: (typeof sent)[number]): Promise<WayToArchives> {
  const all = await readdir(dataFolder, { recursive: true });
  const isUnfinished = (name: string) => /\.(part|tmp)$|\.unfinished[/\\]/.test(name);
  return {
    transferId,
    folderId,
    items,
    sender: await eventsOf(plan.id),
    archives: await eventsOf(archivesPlan.id),
    packageFiles: all.filter((name) => /archives[/\\]packages[/\\][^.]/.test(name)).map((name) => basename(name)),
    unfinished: all.filter(isUnfinished),
  };
}

const ofType = (events: readonly Envelope[], type: string) => events.filter((one) => one.type.split('.')[1] === type);

async function eventsOf(institution: string): Promise<readonly Envelope[]> {
  const store = sqliteEventStore({ folder: join(dataFolder, institution, 'events') });
  const events: Envelope[] = [];
  for await (const stored of store.readAll()) events.push(catalogue.decode(stored).envelope);
  await store.close();
  return events;
}

describe('a folder that goes to the archives', () => {
  // In the order in which they come: each start of the server ends at the next of them.
  const points = [
    'written records.TransferPrepared 1',
    'unwritten records.HistoryClosed 2',
    'after ^submission-.*.effect$ 1',
    'unwritten archive.SubmissionArrived 1',
    // The first receipt and the inspection go side by side: after the one, and before the other.
    'written archive.(ReceiptIssued|SubmissionInspected) 1',
    'unwritten archive.(ReceiptIssued|SubmissionInspected) 1',
    'written archive.SubmissionDecided 1',
    'written archive.SubmissionAccepted 1',
    'unwritten archive.AccessionRegistered 1',
    'after ^[0-9]{4}-[0-9]{4}-.*.zip$ 1',
    'unwritten records.TransferReceiptTaken 1',
    'unwritten records.PassedToArchives 2',
  ];

  test(`is carried on from wherever the server died, ${points.length} places one after the other`, {
    timeout: 300_000,
  }, async () => {
    for (const die of points) expect(await diedAt(die, going.munhwa)).toMatchObject({ code: null });
    await ended(going.munhwa);
  });

  test(`is carried on when the server is killed ${kills} times at any moment`, {
    timeout: 60_000 + kills * 30_000,
  }, async () => {
    for (const _ of oneTo(kills)) {
      const running = await startServer(dataFolder, { port });
      server = running;
      const cut = carryOn(going.mopa).catch(() => undefined);
      await delay(randomInt(1_200));
      await stopServer(running, 'SIGKILL');
      await cut;
    }
    await ended(going.mopa);
  });

  test('has happened once on both sides, with one number, one package and nothing left over', async () => {
    expect(sent).toHaveLength(2);
    for (const one of sent) expect(notOnce(await wayOf(one))).toEqual([]);
    const folder = join(dataFolder, archivesPlan.id, 'packages');
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.zip'))) {
      const { questions, items } = await verifyPackage(join(folder, name), noAnchors);
      expect(questions.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
      expect(items).toHaveLength(2);
    }
  });

  test('would be told of if it had happened otherwise', async () => {
    const [first] = sent;
    if (first === undefined) throw new Error('nothing was sent');
    const way = await wayOf(first);
    const [file = ''] = way.packageFiles;
    const twice = (events: readonly Envelope[], type: string) => [...events, ...ofType(events, type).slice(0, 1)];
    const without = (events: readonly Envelope[], type: string) =>
      events.filter((one) => !ofType(events, type).includes(one));
    const planted: readonly (readonly [string, Partial<WayToArchives>])[] = [
      ['SubmissionBuilt', { sender: twice(way.sender, 'SubmissionBuilt') }],
      ['HistoryClosed', { sender: twice(way.sender, 'HistoryClosed') }],
      ['PassedToArchives', { sender: without(way.sender, 'PassedToArchives') }],
      ['FolderPassedToArchives', { sender: twice(way.sender, 'FolderPassedToArchives') }],
      ['TransferReceiptTaken', { sender: twice(way.sender, 'TransferReceiptTaken') }],
      ['SubmissionArrived', { archives: twice(way.archives, 'SubmissionArrived') }],
      ['ReceiptIssued', { archives: twice(way.archives, 'ReceiptIssued') }],
      ['number', { archives: ofType(way.archives, 'AccessionRegistered').slice(1) }],
      ['file', { packageFiles: [...way.packageFiles, `another-${file}`] }],
      ['unfinished', { unfinished: [`${file}.part`] }],
    ];
    for (const [word, bug] of planted)
      expect(notOnce({ ...way, ...bug }).map((one) => one.split(':')[0])).toContain(word);
  });
});
