import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@sillok/journal';
import { caseAnswer, caseListAnswer } from '@sillok/schemas/api/approval/case';
import { draftListAnswer } from '@sillok/schemas/api/drafting/draft';
import { recordListAnswer } from '@sillok/schemas/api/records/record';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { type Seed, seeds } from '@sillok/small-country';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../infra/sillok/src/composition/all-events.ts';
import { openSmallCountry, type SmallCountry } from '../../infra/sillok/src/composition/small-country.ts';
import { furnishCountry } from '../../infra/sillok/src/life/furnish-country.ts';
import { createStoryClient, type StoryClient } from '../../infra/sillok/src/life/story-client.ts';
import { until } from './support/house.ts';

const auditors = { munhwa: 'munhwa-archivist', mopa: 'mopa-auditor' } as const;
const first = 12;

let dataFolder: string;
let country: SmallCountry;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'sillok-furnished-'));
  country = await openSmallCountry({ dataFolder, port: 0 });
  await stopInTheMiddle();
  country = await openSmallCountry({ dataFolder, port: 0 });
  await furnishCountry(country, { seeds, from: 0, until: first });
  await everythingSealed();
});

afterAll(async () => {
  await country.stop();
  await rm(dataFolder, { recursive: true });
});

function clientOf(institution: string): StoryClient {
  return createStoryClient({ port: country.port, institution, gateWord: country.gateWord });
}

/** The fifth document is on its way when the server goes: everything below was finished by a second furnishing. */
async function stopInTheMiddle(): Promise<void> {
  const stopped = new Promise<void>((resolve, reject) => {
    const onProgress = (done: number) => {
      if (done === 4) setTimeout(() => country.stop().then(resolve, reject), 150);
    };
    const furnishing = furnishCountry(country, { seeds, from: 0, until: first, onProgress });
    furnishing.then(
      () => reject(new Error('the furnishing was over before the server went')),
      () => undefined,
    );
  });
  await stopped;
}

/** Sealing goes on after the number; only then is there nothing left to be written. */
async function everythingSealed(): Promise<void> {
  for (const [institution, auditor] of Object.entries(auditors)) {
    const client = clientOf(institution);
    await until(
      () => client.ask(auditor, '/api/records/records?limit=100', recordListAnswer),
      ({ items }) => items.length > 0 && items.every(({ status }) => status === 'sealed'),
    );
  }
}

function seedOf(key: string): Seed {
  const seed = seeds.find((one) => one.key === key);
  if (seed === undefined) throw new Error(`no seed ${key}`);
  return seed;
}

/** What the drafter's own lists say about the document. */
async function standingOf({ institution, drafter, text }: Seed) {
  const client = clientOf(institution);
  const cases = await client.ask(drafter, '/api/approval/cases?limit=100', caseListAnswer);
  const found = cases.items.find(({ title }) => title === text.title);
  if (found !== undefined) return found;
  const drafts = await client.ask(drafter, '/api/drafting/drafts?limit=100', draftListAnswer);
  return { number: null, ...drafts.items.find(({ title }) => title === text.title) };
}

async function caseOf(seed: Seed) {
  const { documentId = '' } = await standingOf(seed);
  return clientOf(seed.institution).ask(seed.drafter, `/api/approval/cases/${documentId}`, caseAnswer);
}

async function logOf(index: number): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const stored of country.institutions[index]?.log.store.readAll() ?? [])
    events.push(catalogue.decode(stored));
  return events;
}

/** Event by event: whoever is registered without an open folder of the same unit task is unfiled from there on. */
function filingOf(events: readonly RecordedEvent[]) {
  const opened = new Map<string, string>();
  const unfiled: string[] = [];
  let registered = 0;
  for (const event of events) {
    if (event.type === folderOpened.type) {
      const { folderId, unitTaskId } = folderOpened.data.parse(event.data);
      opened.set(folderId, unitTaskId);
    } else if (event.type === recordRegistered.type) {
      const { documentId, folderId, classification } = recordRegistered.data.parse(event.data);
      registered += 1;
      if (opened.get(folderId) !== classification.unitTaskId) unfiled.push(documentId);
    }
  }
  return { registered, unfiled };
}

describe('the furnished country', () => {
  it.each([
    ['transfer-01', 'registered', '기록정책과-1'],
    ['policy-01', 'registered', '기록정책과-2'],
    ['transfer-02', 'registered', '기록정책과-3'],
    ['transfer-03', 'registered', '기록정책과-4'],
    ['report-01', 'registered', 'MOPA/2014/1'],
    ['exchange-02', 'registered', 'MOPA/2014/2'],
    ['exchange-01', 'returned', null],
    ['exchange-03', 'drafting', null],
    ['exchange-04', 'withdrawn', null],
    ['disclosure-01', 'in-review', null],
    ['disclosure-02', 'in-review', null],
    ['treaty-01', 'in-review', null],
  ])('holds %s, which is %s', async (key, status, number) => {
    expect(await standingOf(seedOf(key))).toMatchObject({ status, number });
  });

  it('has documents that wait at different steps, one of them before its drafter has signed', async () => {
    const pending = async (key: string) => (await caseOf(seedOf(key))).pendingStep;
    expect(await pending('disclosure-02')).toBe(1);
    expect(await pending('disclosure-01')).toBe(3);
    expect(await pending('treaty-01')).toBe(4);
  });

  it('shows a deputy who approved in the place of the absent head', async () => {
    const { acts } = await caseOf(seedOf('transfer-03'));
    expect(acts.at(-1)).toMatchObject({
      decision: 'approved',
      personId: 'munhwa-policy-deputy',
      principalId: 'munhwa-policy-head',
    });
  });

  it('shows a delegated decision beside the own one of the minister', async () => {
    const approver = async (key: string) => (await caseOf(seedOf(key))).acts.at(-1)?.personId;
    expect(await approver('transfer-01')).toBe('munhwa-policy-head');
    expect(await approver('policy-01')).toBe('munhwa-minister');
  });

  it('shows what a reviewer changed and what an officer disagreed with', async () => {
    const { version, versions, acts } = await caseOf(seedOf('transfer-02'));
    expect([version, versions.map(({ author }) => author)]).toEqual([2, ['munhwa-drafter', 'munhwa-policy-head']]);
    const dissent = acts.find(({ decision }) => decision === 'concurred-with-dissent');
    expect([dissent?.personId, dissent?.opinion]).toEqual(['munhwa-budget-head', expect.stringContaining('하반기')]);
  });

  it('ties a new attempt to the document that was returned', async () => {
    const returned = await caseOf(seedOf('exchange-01'));
    expect(returned.acts.at(-1)).toMatchObject({ decision: 'returned', personId: 'mopa-director' });
    expect((await caseOf(seedOf('exchange-02'))).redraftOf).toBe(returned.documentId);
  });

  it('numbers each register without a gap', async () => {
    const registers = new Map<string, number[]>();
    for (const event of [...(await logOf(0)), ...(await logOf(1))]) {
      if (event.type !== recordRegistered.type) continue;
      const { register, number } = recordRegistered.data.parse(event.data);
      const name = `${event.envelope.log} ${register.scope} ${register.year} ${register.book}`;
      registers.set(name, [...(registers.get(name) ?? []), number]);
    }
    expect(registers.size).toBe(2);
    for (const numbers of registers.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('row 19: every registered document lies in a folder, at every event position', async () => {
    for (const index of [0, 1]) {
      const { registered, unfiled } = filingOf(await logOf(index));
      expect([registered > 0, unfiled]).toEqual([true, []]);
    }
  });

  it('writes nothing new when it is furnished again after a restart', async () => {
    const idsOf = async (index: number) => (await logOf(index)).map(({ envelope }) => envelope.id);
    const before = [await idsOf(0), await idsOf(1)];
    await country.stop();
    country = await openSmallCountry({ dataFolder, port: 0 });
    const progress: string[] = [];
    await furnishCountry(country, {
      seeds,
      from: 0,
      until: first,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(progress.at(-1)).toBe('12/12');
    expect([await idsOf(0), await idsOf(1)]).toEqual(before);
  });
});
