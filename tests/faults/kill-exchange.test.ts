import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../infra/sillok/src/composition/all-events.ts';
import { dispatchLetter } from '../../infra/sillok/src/life/live-exchange.ts';
import { correspondenceOf, letterTo, staffOf } from '../journeys/support/correspondence.ts';
import { staffAt } from '../journeys/support/house.ts';
import { oneTo } from '../journeys/support/log-of.ts';
import { type Server, startServer, stopServer } from '../journeys/support/sillok-process.ts';

const kills = Number(process.env['SILLOK_KILLS'] ?? 3);

let folder: string;
let server: Server | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-kill-exchange-'));
});
afterAll(async () => {
  if (server !== undefined) await stopServer(server, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Orders a dispatch and kills everything a moment later, wherever sealing, transfer and answer then are. */
async function killedAmongTransfer(port: number, round: number): Promise<string> {
  const running = await startServer(folder, { port });
  server = running;
  const staff = staffAt(running.port);
  if (round === 1) await staff.openFolders();
  const mail = correspondenceOf(staff);
  const letter = letterTo('mopa', `끊겨도 한 번 ${round}`);
  const documentId = await mail.write(letter);
  const order = { documentId, recipientId: 'mopa', drafter: letter.drafter, registry: staffOf('munhwa').registry };
  const dispatchId = await dispatchLetter(staff.client('munhwa'), order);
  await delay(randomInt(700));
  await stopServer(running, 'SIGKILL');
  return dispatchId;
}

/** The receipt, killed a moment later as well, and asked for again with the same keys. */
async function killedAmongReceipt(port: number, dispatchId: string): Promise<string> {
  const running = await startServer(folder, { port });
  server = running;
  const mail = correspondenceOf(staffAt(running.port));
  await mail.reached('munhwa', dispatchId, 'arrived');
  const receiving = mail.receive('mopa', dispatchId).catch(() => undefined);
  await delay(randomInt(400));
  await stopServer(running, 'SIGKILL');
  await receiving;
  server = await startServer(folder, { port });
  const after = correspondenceOf(staffAt(server.port));
  const { number } = await after.receive('mopa', dispatchId);
  const accepted = await after.reached('munhwa', dispatchId, 'accepted');
  expect(accepted).toMatchObject({ receiptNumber: number, acknowledgements: ['arrive', 'receive', 'accept'] });
  expect(await stopServer(server)).toMatchObject({ code: 0, stderr: '' });
  server = undefined;
  return number ?? '';
}

test(`row 25: a transfer that is killed on both sides ${kills} times is carried on, and nothing happens twice`, {
  timeout: 60_000 + kills * 45_000,
}, async () => {
  const first = await startServer(folder);
  const { port } = first;
  await stopServer(first);
  const numbers: string[] = [];
  for (const round of oneTo(kills)) {
    numbers.push(await killedAmongReceipt(port, await killedAmongTransfer(port, round)));
  }
  expect(numbers).toEqual(oneTo(kills).map((one) => `MOPA/IN/2014/${one}`));

  const munhwa = await eventsOf('munhwa');
  const mopa = await eventsOf('mopa');
  const count = (events: readonly Envelope[], ...types: readonly string[]) =>
    types.map((type) => events.filter((one) => one.type.split('.')[1] === type).length);
  const once = (types: readonly string[]) => types.map(() => kills);
  const sent = ['SealAffixed', 'DispatchSequenced', 'DocumentDispatched', 'DispatchDelivered'];
  const heard = ['DispatchArrived', 'DispatchReceived', 'DispatchAccepted'];
  expect(count(munhwa, ...sent, ...heard)).toEqual(once([...sent, ...heard]));
  const received = ['DocumentArrived', 'DistributedToUnit', 'DocumentReceived', 'ReceiptRegistered'];
  expect(count(mopa, ...received)).toEqual(once(received));
  expect(count(mopa, 'AcknowledgementIssued', 'AcknowledgementSent')).toEqual([kills * 3, kills * 3]);
  expect(mopa.flatMap(({ type, data }) => (type.includes('DocumentArrived') ? [data['sequence']] : []))).toEqual(
    oneTo(kills),
  );
});

async function eventsOf(institution: string): Promise<readonly Envelope[]> {
  const store = sqliteEventStore({ folder: join(folder, institution, 'events') });
  const events: Envelope[] = [];
  for await (const stored of store.readAll()) events.push(catalogue.decode(stored).envelope);
  await store.close();
  return events;
}
