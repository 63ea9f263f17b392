import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { actAnswer, statementAnswer } from '@sillok/schemas/api/approval/case';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Staff, staffAt, until } from '../journeys/support/house.ts';
import { logOf, numbersByRegister, oneTo } from '../journeys/support/log-of.ts';
import { launchServer, type Server, startServer, stopServer } from '../journeys/support/sillok-process.ts';
import { memo } from '../journeys/support/story.ts';

const kills = Number(process.env['SILLOK_KILLS'] ?? 3);
const perRound = 4;

let folder: string;
let server: Server | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-kill-'));
});
afterAll(async () => {
  if (server !== undefined) await stopServer(server, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const letter = memo('munhwa', '끊겨도 한 번');
const approver = 'munhwa-policy-head';

interface Approval {
  readonly documentId: string;
  readonly key: string;
  /** What was sent; a retry repeats exactly this. */
  readonly body: { readonly statementId: string; readonly confirmed: string };
}

/** Statements that wait for the approver to press; `round` names their keys. */
async function readied(staff: Staff, round: number): Promise<readonly Approval[]> {
  const approvals: Approval[] = [];
  for (const one of oneTo(perRound)) {
    const { documentId } = await staff.live(letter, 2);
    approvals.push({ documentId, key: `approve-${round}-${one}`, body: await prepared(staff, documentId) });
  }
  return approvals;
}

async function prepared(staff: Staff, documentId: string): Promise<Approval['body']> {
  const path = `/api/approval/cases/${documentId}/statements`;
  const answer = await staff.client('munhwa').tell(approver, path, { decision: 'approved' }, statementAnswer);
  return { statementId: answer.statementId, confirmed: answer.challenge };
}

const press = (staff: Staff, { documentId, key, body }: Approval) =>
  staff.person(approver).post(`/api/approval/cases/${documentId}/acts`, body, { idempotencyKey: key });

/** The same key again; only where the log never heard of it, a new statement is signed. */
async function carriedOn(staff: Staff, approval: Approval): Promise<string> {
  const again = await press(staff, approval);
  if (again.status !== 200) {
    expect(again).toMatchObject({ status: 422, body: { code: 'statement-unknown' } });
    const body = await prepared(staff, approval.documentId);
    expect(await press(staff, { ...approval, body })).toMatchObject({ status: 200 });
  }
  return settled(staff, approval.documentId);
}

/** Until there is a number, the record says that it is pending, and nothing else. */
async function settled(staff: Staff, documentId: string): Promise<string> {
  const ask = () => staff.client('munhwa').ask(letter.drafter, `/api/records/records/${documentId}`, recordAnswer);
  const record = await until(ask, ({ status, number }) => {
    expect(status === 'number-pending').toBe(number === null);
    return status === 'sealed';
  });
  return record.number ?? '';
}

test(`row 16: gives each establishment exactly one number, without a gap, when the server is killed ${kills} times among approvals`, {
  timeout: 60_000 + kills * 30_000,
}, async () => {
  const answered = new Map<string, string>();
  const numbers = new Map<string, string>();
  for (const round of oneTo(kills)) {
    const running = await startServer(folder);
    server = running;
    const staff = staffAt(running.port);
    if (round === 1) await staff.openFolders();
    const approvals = await readied(staff, round);
    const pressing = approvals.map(async (approval) => {
      const answer = await press(staff, approval).catch(() => undefined);
      if (answer?.status !== 200) return;
      const { number } = actAnswer.parse(answer.body);
      if (number !== null) answered.set(approval.documentId, number);
    });
    await delay(randomInt(400));
    await stopServer(running, 'SIGKILL');
    await Promise.all(pressing);
    server = await startServer(folder);
    const after = staffAt(server.port);
    for (const approval of approvals) numbers.set(approval.documentId, await carriedOn(after, approval));
    expect(await stopServer(server)).toMatchObject({ code: 0, stderr: '' });
  }
  for (const [documentId, number] of answered) expect(numbers.get(documentId)).toBe(number);

  const store = sqliteEventStore({ folder: join(folder, 'munhwa', 'events') });
  const log = await logOf(store);
  await store.close();
  const documents = [...numbers.keys()].toSorted();
  expect([...numbersByRegister(log).values()]).toEqual([oneTo(kills * perRound)]);
  expect(log.established.toSorted()).toEqual(documents);
  expect(log.registered.map(({ documentId }) => documentId).toSorted()).toEqual(documents);
  expect(log.sealed.toSorted()).toEqual(documents);
  expect(log.frozen.toSorted()).toEqual(documents.map((documentId) => `${documentId}/1`));
});

test('a founding that is killed anywhere goes on at the next start', { timeout: 60_000 + kills * 20_000 }, async () => {
  for (const round of oneTo(kills)) {
    const data = join(folder, `founding-${round}`);
    const { child, ended } = launchServer(data);
    await delay(300 + randomInt(1_200));
    child.kill('SIGKILL');
    await ended;
    const again = await startServer(data);
    expect(await stopServer(again)).toMatchObject({ code: 0, stderr: '' });
  }
});
