import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { incomingListAnswer } from '@sillok/schemas/api/distribution/incoming';
import { paperListAnswer } from '@sillok/schemas/api/distribution/paper';
import { folderListAnswer, recordListAnswer } from '@sillok/schemas/api/records/record';
import { everySeed } from '@sillok/small-country';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSmallCountry, type SmallCountry } from '../../infra/sillok/src/composition/small-country.ts';
import { furnishCountry } from '../../infra/sillok/src/life/furnish-country.ts';
import { archivesOf, foundByAnybody } from '../../infra/sillok/src/life/live-transfer.ts';
import { createStoryClient } from '../../infra/sillok/src/life/story-client.ts';

/** One of each fate that the first twelve do not show; all hundred would take half a minute. */
const chosen = [
  'summer-01',
  'summer-02',
  'summer-03',
  'summer-04',
  'loan-01',
  'loan-02',
  'paper-01',
  'paper-03',
  'paper-04',
];

let dataFolder: string;
let country: SmallCountry;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'sillok-fates-'));
  country = await openSmallCountry({ dataFolder, port: 0 });
  country.open();
  const seeds = everySeed.filter(({ key }) => chosen.includes(key));
  expect(seeds).toHaveLength(chosen.length);
  await furnishCountry(country, { seeds, from: 0 });
});
afterAll(async () => {
  await country.stop();
  await rm(dataFolder, { recursive: true });
});

const clientOf = (institution: string) => createStoryClient({ port: country.port, institution });

it('has letters that arrived, are with a unit, were received, and went back', async () => {
  const { items } = await clientOf('mopa').ask('mopa-auditor', '/api/distribution/incoming', incomingListAnswer);
  expect(items.map(({ status, number }) => [status, number])).toEqual([
    ['returned', null],
    ['in-registry', null],
    ['in-unit', null],
    ['received', 'MOPA/IN/2014/1'],
  ]);
});

it('has letters on paper in the registry, with a unit, and among the records', async () => {
  const client = clientOf('munhwa');
  const { items } = await client.ask('munhwa-archivist', '/api/distribution/papers', paperListAnswer);
  expect(items.map(({ senderName, status }) => [senderName, status])).toEqual([
    ['길산들', 'in-registry'],
    ['추가온', 'in-unit'],
    ['변다올', 'received'],
  ]);
  const records = await client.ask('munhwa-archivist', '/api/records/records', recordListAnswer);
  expect(records.items.find(({ documentId }) => documentId === items[2]?.documentId)).toMatchObject({
    status: 'sealed',
    title: '옛 학교 신문 열람 요청',
  });
});

it('has a folder that is closed, beside the one of the year that is not', async () => {
  const { items } = await clientOf('mopa').ask('mopa-auditor', '/api/records/folders', folderListAnswer);
  expect(items.map(({ title, status }) => [title, status]).toSorted()).toEqual([
    ['Exchange of records with partner archives', 'open'],
    ['Loans to the Maritime Museum, spring 2014', 'closed'],
  ]);
});

it('has a folder at the archives, where everybody finds what is open of it', async () => {
  const { items } = await clientOf('mopa').ask('mopa-auditor', '/api/records/folders', folderListAnswer);
  expect(items.find(({ status }) => status === 'closed')?.custody).toBe('archives');
  const title = 'Condition of the six tide registers before the loan';
  expect(await foundByAnybody(archivesOf(country), title, true)).toMatchObject({ level: 'item', title });
});
