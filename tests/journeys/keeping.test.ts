import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loopbackFetch } from '@sillok/http-service';
import { disclosureReviewAnswer, dueReviews, dueTransfers, transferAnswer } from '@sillok/schemas/api/records/keeping';
import { folderAnswer, folderListAnswer, recordAnswer } from '@sillok/schemas/api/records/record';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { catalogue } from '../../infra/sillok/src/composition/all-events.ts';
import type { LetterInFolder } from '../../infra/sillok/src/life/letter.ts';
import { type House, openHouse, until } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { sign } from './support/review.ts';
import { sillok } from './support/sillok-process.ts';
import { memo } from './support/story.ts';

const unit = 'munhwa-drafter';
const centre = 'munhwa-archivist';
const other = 'munhwa-disclosure-officer';
const closedClass: Disclosure = { class: 'closed', grounds: ['5'] };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const munhwa = () => house.client('munhwa');

async function foldersOf(officer = centre) {
  return folderListAnswer.parse((await house.person(officer).get('/api/records/folders')).body).items;
}

async function folderWith(title: string, officer = centre) {
  const found = (await foldersOf(officer)).find((folder) => folder.title === title);
  if (found === undefined) throw new Error(`no folder ${title}`);
  return found;
}

async function openFolder(officer: string, order: { unitTaskId: string; year: number; title: string }, more = {}) {
  const answer = await house.person(officer).post('/api/records/folders', { ...order, ...more });
  return folderAnswer.parse(answer.body).folderId;
}

async function closed(title: string, officer = centre) {
  await until(
    () => folderWith(title, officer),
    ({ status }) => status === 'closed',
  );
  return folderWith(title, officer);
}

/** Lived through and sealed. */
async function kept(letter: LetterInFolder): Promise<string> {
  const { documentId } = await house.live(letter);
  await house.sealed(letter, documentId);
  return documentId;
}

function withDisclosure(title: string, disclosure: Disclosure): LetterInFolder {
  const letter = memo('munhwa', title);
  return { ...letter, classification: { ...letter.classification, disclosure } };
}

function disclosureMemo(title: string): LetterInFolder {
  const letter = memo('munhwa', title, { drafter: other });
  return { ...letter, classification: { ...letter.classification, unitTaskId: 'munhwa-task-disclosure' } };
}

function recordOf(person: string, documentId: string) {
  return munhwa().ask(person, `/api/records/records/${documentId}`, recordAnswer);
}

async function closingOf(folderId: string) {
  const store = house.country.institutions.find(({ id }) => id === 'munhwa')?.log.store;
  for await (const stored of store?.readStream(`folder-${folderId}`) ?? []) {
    const event = catalogue.decode(stored);
    if (event.type === folderClosed.type) return folderClosed.data.parse(event.data);
  }
  throw new Error(`${folderId} is open`);
}

/** What anybody on the street is told. */
async function toEverybody(documentId: string): Promise<{ status: number; isListed: boolean }> {
  const host = `http://munhwa.localhost:${house.country.port}`;
  const page = await (await loopbackFetch(`${host}/`)).text();
  const { status } = await loopbackFetch(`${host}/api/records/open/${documentId}/document.pdf`);
  return { status, isListed: page.includes(documentId) };
}

const letters: { open: string; closed: string; waiting: string } = { open: '', closed: '', waiting: '' };
const transfer = { title: 'munhwa-task-transfer' };

describe('at the end of the year', () => {
  beforeAll(async () => {
    letters.open = await kept(memo('munhwa', '공개 문서'));
    letters.closed = await kept(withDisclosure('비공개 문서', closedClass));
    letters.waiting = (await house.live(disclosureMemo('결재 중인 문서'), 2)).documentId;
    const several = { unitTaskId: 'munhwa-task-transfer', year: 2013, title: '다년도 과제' };
    await openFolder(unit, several, { multiYear: true });
  });

  test('row 45: a document that must be kept longer takes its folder with it, by a period of the pack alone', async () => {
    const path = `/api/records/records/${letters.closed}/longer-retention`;
    const longer = (retention: string) => posting(house.person(unit), path, { retention, reason: '소송 증거' });
    await expectRefused(house, { code: 'input-invalid', field: 'retention' }, longer('7'));
    await expectRefused(house, { code: 'nothing-changed', field: 'retention' }, longer('5'));
    expect((await longer('30')({})).status).toBe(200);
    const foreign = posting(house.person(other), path, { retention: 'permanent', reason: '남의 문서' });
    await expectRefused(house, { code: 'not-found', field: 'documentId' }, foreign);
    expect((await foldersOf(unit)).find(({ title }) => title === transfer.title)).toMatchObject({ retention: '10' });
  });

  test('row 44: the calendar closes each folder whose year is over where the institution is, and counts its time', async () => {
    house.country.clock.moveTo('2014-12-31T14:50:00.000Z');
    expect((await house.live(memo('munhwa', '섣달그믐'))).status).toBe('registered');
    expect((await foldersOf()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);

    house.country.clock.moveTo('2014-12-31T15:00:00.000Z');
    const folder = await closed(transfer.title);
    expect(folder).toMatchObject({
      closedOn: '2014-12-31',
      retention: '30',
      retentionStart: '2015-01-01',
      expiresOn: '2044-12-31',
      custody: 'unit',
    });
    expect(await closingOf(folder.folderId)).toMatchObject({
      place: [{ scope: '1740201', year: 2014, book: 'register', number: 3 }],
    });
    // In Vientiane the year lasts two hours more.
    expect((await folderWith('mopa-task-exchange', 'mopa-auditor')).status).toBe('open');
  });

  it('leaves a task over several years to its people, and waits for what is under approval', async () => {
    expect((await folderWith('다년도 과제')).status).toBe('open');
    expect((await folderWith('munhwa-task-disclosure')).status).toBe('open');
    house.country.clock.moveTo('2015-01-08T01:00:00.000Z');
    expect((await sign(house, 'munhwa-disclosure-head', letters.waiting, 'approved')).status).toBe(200);
    const folder = await closed('munhwa-task-disclosure');
    expect(folder).toMatchObject({
      closedOn: '2015-01-08',
      retention: '5',
      retentionStart: '2016-01-01',
      expiresOn: '2020-12-31',
    });
    expect((await recordOf(other, letters.waiting)).folderId).toBe(folder.folderId);
    expect((await closingOf(folder.folderId)).place).toEqual([
      { scope: '1740202', year: 2015, book: 'register', number: 1 },
    ]);
    expect((await folderWith('다년도 과제')).status).toBe('open');
    expect(await closed('mopa-task-exchange', 'mopa-auditor')).toMatchObject({
      closedOn: '2014-12-31',
      retentionStart: '2015-01-01',
      expiresOn: '2044-12-31',
    });
  });

  it('closes each once, also after a restart', async () => {
    const count = async () => {
      const types: string[] = [];
      const store = house.country.institutions.find(({ id }) => id === 'munhwa')?.log.store;
      for await (const { type } of store?.readAll() ?? []) types.push(type);
      return types.filter((type) => type === folderClosed.type).length;
    };
    expect(await count()).toBe(2);
    house = await house.restart();
    const { folderId } = await folderWith('다년도 과제');
    expect((await house.person(unit).post(`/api/records/folders/${folderId}/closing`)).status).toBe(200);
    expect(await closed('다년도 과제')).toMatchObject({ closedOn: '2015-01-08', retentionStart: '2016-01-01' });
    expect(await count()).toBe(3);
  });
});

describe('the custody of a folder', () => {
  const offerPath = (folderId: string) => `/api/records/folders/${folderId}/transfer-offer`;
  const acceptPath = (folderId: string) => `/api/records/folders/${folderId}/transfer-acceptance`;

  it('is due on the last day that the law of the day gives', async () => {
    const due = async (on: string) => {
      const { items } = await munhwa().ask(centre, `/api/records/due-transfers?on=${on}`, dueTransfers);
      return items.find(({ title }) => title === transfer.title);
    };
    expect(await due('2016-12-31')).toMatchObject({ recordsCentreBy: '2016-12-31', isOverdue: false });
    expect(await due('2017-01-01')).toMatchObject({ isOverdue: true, archivesIn: 2025 });
    expect(await due('2027-01-01')).toMatchObject({ recordsCentreBy: '2015-12-31', isOverdue: true });
    const answer = await house.person(unit).get('/api/records/due-transfers');
    expect([answer.status, Object(answer.body).code]).toEqual([403, 'not-permitted']);
  });

  it('is not offered while the folder is open, and not taken over by whoever offered it', async () => {
    const order = { unitTaskId: 'munhwa-task-disclosure', year: 2015, title: '2015년 철' };
    const open = await openFolder(other, order);
    const early = { code: 'folder-not-closed', field: 'folderId', status: 409 } as const;
    await expectRefused(house, early, posting(house.person(other), offerPath(open)));
    const { folderId } = await folderWith('munhwa-task-disclosure');
    const missing = { code: 'not-found', field: 'folderId' } as const;
    await expectRefused(house, missing, posting(house.person(centre), acceptPath(folderId)));
    expect((await house.person(centre).post(offerPath(folderId))).status).toBe(200);
    const alone = { code: 'not-permitted', field: 'person', status: 403 } as const;
    await expectRefused(house, alone, posting(house.person(centre), acceptPath(folderId)));
  });

  test('row 48: passes at once for the folder and all in it; no content moves, and the unit only reads', async () => {
    const { folderId } = await folderWith(transfer.title);
    const before = await recordOf(unit, letters.open);
    const pdf = `/api/records/records/${letters.open}/document.pdf`;
    const bytes = await munhwa().fetch(unit, pdf);
    const lying = () => readdir(join(house.dataFolder, 'munhwa', 'objects'), { recursive: true });
    const objects = (await lying()).toSorted();

    expect((await house.person(unit).post(offerPath(folderId))).status).toBe(200);
    expect((await house.person(unit).post(acceptPath(folderId))).status).toBe(403);
    const accept = () => munhwa().tell(centre, acceptPath(folderId), undefined, transferAnswer, 'accepted');
    const accepted = await accept();
    expect(accepted).toEqual({ folderId, custody: 'records-centre', offeredBy: unit });
    expect(await accept()).toEqual(accepted);

    const after = await until(
      () => recordOf(unit, letters.open),
      ({ custody }) => custody !== 'unit',
    );
    expect(after).toEqual({ ...before, custody: 'records-centre' });
    const copy = await munhwa().fetch(unit, pdf);
    expect(Buffer.from(copy).equals(Buffer.from(bytes))).toBe(true);
    expect(createHash('sha256').update(copy).digest('hex')).toBe(after.recordCopySha256);
    expect((await lying()).toSorted()).toEqual(objects);

    const folder = `/api/records/folders/${folderId}`;
    const record = `/api/records/records/${letters.open}`;
    const refused = [
      [`${folder}/closing`, undefined, 'folderId'],
      [`${folder}/transfer-offer`, undefined, 'folderId'],
      [`${record}/longer-retention`, { retention: 'permanent', reason: '늦은 요청' }, 'folderId'],
      [`${record}/disclosure-review`, { disclosure: closedClass, reason: '늦은 요청' }, 'documentId'],
    ] as const;
    for (const [path, body, field] of refused) {
      const elsewhere = { code: 'custody-elsewhere', field, status: 409 } as const;
      await expectRefused(house, elsewhere, posting(house.person(unit), path, body));
    }
  });
});

describe('the review of disclosure', () => {
  const listed = async () => {
    const { items } = await munhwa().ask(centre, '/api/records/due-disclosure-reviews', dueReviews);
    return items.map(({ documentId, disclosure, dueOn }) => ({ documentId, disclosure, dueOn }));
  };
  const review = (documentId: string, disclosure: Disclosure, reason: string, person = centre) =>
    posting(house.person(person), `/api/records/records/${documentId}/disclosure-review`, { disclosure, reason });

  test('row 51: closed records come up when their years are over, and each result keeps both classes and the reason', async () => {
    house.country.clock.moveTo('2019-12-31T14:50:00.000Z');
    expect(await listed()).toEqual([]);
    house.country.clock.moveTo('2019-12-31T15:00:00.000Z');
    expect(await listed()).toEqual([{ documentId: letters.closed, disclosure: closedClass, dueOn: '2020-01-01' }]);
    expect(await toEverybody(letters.closed)).toEqual({ status: 404, isListed: false });

    const open: Disclosure = { class: 'open', grounds: [] };
    const answer = await review(letters.closed, open, '의사결정이 끝남')({});
    expect(disclosureReviewAnswer.parse(answer.body)).toEqual({
      documentId: letters.closed,
      from: closedClass,
      to: open,
    });
    await until(listed, (items) => items.length === 0);
    const record = await recordOf(centre, letters.closed);
    expect(record.classification?.disclosure).toEqual(closedClass);
    expect(record).toMatchObject({
      disclosure: open,
      reviews: [{ on: '2020-01-01', from: closedClass, to: open, reason: '의사결정이 끝남' }],
    });
  });

  it('shows to everybody what was opened, and no more what was closed', async () => {
    expect(await toEverybody(letters.closed)).toEqual({ status: 200, isListed: true });
    expect(await toEverybody(letters.open)).toEqual({ status: 200, isListed: true });
    expect((await review(letters.open, closedClass, '재판 진행 중')({})).status).toBe(200);
    await until(
      () => toEverybody(letters.open),
      ({ isListed }) => !isListed,
    );
    expect(await toEverybody(letters.open)).toEqual({ status: 404, isListed: false });
  });

  it('names a ground that is in force, and is of people who keep records', async () => {
    const none: Disclosure = { class: 'closed', grounds: [] };
    const wrong: Disclosure = { class: 'closed', grounds: ['99'] };
    await expectRefused(house, { code: 'ground-required', field: 'grounds' }, review(letters.open, none, '이유'));
    await expectRefused(house, { code: 'ground-not-allowed', field: 'grounds' }, review(letters.open, wrong, '이유'));
    const foreign = review(letters.open, closedClass, '이유', other);
    await expectRefused(house, { code: 'not-found', field: 'documentId' }, foreign);
  });
});

test('under the Korean pack one folder has three calendars: before 2026-08-25, from then, and from 2027', async () => {
  house.country.clock.moveTo('2024-03-04T01:00:00.000Z');
  const title = '2024년 철';
  const folderId = await openFolder(unit, { unitTaskId: 'munhwa-task-transfer', year: 2024, title });
  const documentId = await kept(memo('munhwa', '서른 해 동안 둘 문서'));
  const longer = { retention: '30', reason: '정책 기록' };
  expect((await house.person(unit).post(`/api/records/records/${documentId}/longer-retention`, longer)).status).toBe(
    200,
  );
  expect((await house.person(unit).post(`/api/records/folders/${folderId}/closing`)).status).toBe(200);
  expect(await closed(title)).toMatchObject({ retentionStart: '2025-01-01', expiresOn: '2054-12-31' });
  const due = async (on: string) => {
    const { items } = await munhwa().ask(centre, `/api/records/due-transfers?on=${on}`, dueTransfers);
    const found = items.find((one) => one.folderId === folderId);
    return [found?.recordsCentreBy, found?.archivesIn];
  };
  expect(await due('2026-08-24')).toEqual(['2026-12-31', 2035]);
  expect(await due('2026-08-25')).toEqual(['2026-12-31', 2030]);
  expect(await due('2027-01-01')).toEqual(['2025-12-31', 2030]);
});

test('projections of what was closed, passed on and reviewed come out of the log again as they were', async () => {
  await house.country.stop();
  const { code, stdout } = await sillok('replay', '--data', house.dataFolder, '--json');
  expect([code, Object(JSON.parse(stdout)).equal]).toEqual([0, true]);
});
