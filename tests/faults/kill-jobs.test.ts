import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { caseListAnswer } from '@sillok/schemas/api/approval/case';
import { draftListAnswer } from '@sillok/schemas/api/drafting/draft';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signStep } from '../../infra/sillok/src/life/live-letter.ts';
import { type Staff, staffAt, until } from '../journeys/support/house.ts';
import { logOf } from '../journeys/support/log-of.ts';
import { startServer, stopServer } from '../journeys/support/sillok-process.ts';
import { memo } from '../journeys/support/story.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-jobs-'));
  const server = await startServer(folder);
  await staffAt(server.port).openFolders();
  await stopServer(server);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const letter = memo('mopa', 'Made once');

/** Signs whatever still waits, and waits until every document that was submitted is sealed. */
async function finish(staff: Staff): Promise<readonly string[]> {
  const mopa = staff.client('mopa');
  const { items } = await mopa.ask(letter.drafter, '/api/drafting/drafts', draftListAnswer);
  const submitted = items.filter(({ status }) => status === 'submitted').map(({ documentId }) => documentId);
  const cases = () => mopa.ask(letter.drafter, '/api/approval/cases', caseListAnswer);
  const isReady = ({ status }: { status: string }) => status !== 'freezing';
  await until(cases, (all) => all.items.length === submitted.length && all.items.every(isReady));
  for (const { documentId, status } of (await cases()).items) {
    if (status !== 'in-review') continue;
    await signStep(mopa, letter.drafter, documentId, 'submitted');
    await signStep(mopa, 'mopa-section-head', documentId, 'approved');
  }
  for (const documentId of submitted) await staff.sealed(letter, documentId);
  return submitted;
}

test.each([
  ['the paper, before its bytes are kept', 'before ^[0-9a-f]{64} 3'],
  ['the paper, once its bytes are kept', 'after ^[0-9a-f]{64} 3'],
  ['the paper, between it and its manifest', 'after ^[0-9a-f]{64} 4'],
  ['the seal, before what it made is kept', 'before \\.effect$ 1'],
  ['the seal, once what it made is kept and nothing says so yet', 'after \\.effect$ 1'],
])('makes one paper and one record copy when killed at %s', async (_, die) => {
  const deadly = await startServer(folder, { die });
  // It dies by itself, wherever the letter is then.
  const cut = staffAt(deadly.port)
    .live(letter)
    .catch(() => undefined);
  expect((await deadly.ended).code).toBeNull();
  await cut;

  const server = await startServer(folder);
  const documents = (await finish(staffAt(server.port))).toSorted();
  expect(await stopServer(server)).toMatchObject({ code: 0, stderr: '' });
  const store = sqliteEventStore({ folder: join(folder, 'mopa', 'events') });
  const log = await logOf(store);
  await store.close();
  expect(log.frozen.toSorted()).toEqual(documents.map((documentId) => `${documentId}/1`));
  expect(log.sealed.toSorted()).toEqual(documents);
  expect(log.registered.map(({ documentId }) => documentId).toSorted()).toEqual(documents);
});
