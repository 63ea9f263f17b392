import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import { nameBasedId } from '@sillok/journal';
import { SillokError } from '@sillok/kernel';
import { inMemoryPackageStore } from '@sillok/object-store/packages-in-memory';
import { archiveEvents } from '@sillok/schemas/events/archive/all';
import { testLog } from '@sillok/test-support';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecords } from '../projections/open-records.ts';
import { openArchives } from './archives-fixtures.ts';
import { fileId, fondsId, itemId, seriesId } from './description-ids.ts';
import { creatorId, type TestFolder } from './preserved-fixtures.ts';

type Archives = Awaited<ReturnType<typeof openArchives>>;

const letters: TestFolder = {
  id: 'folder-letters',
  title: '정보공개 편지철',
  task: 'task-letters',
  records: [
    { id: 'document-open-1', title: '정보공개 청구 처리 결과', on: '2014-03-03', open: true },
    { id: 'document-open-2', title: 'Захтев за прековремени рад', on: '2015-06-07', open: true, scan: true },
  ],
};
const budget: TestFolder = {
  id: 'folder-budget',
  title: 'Budget files',
  task: 'task-budget',
  records: [{ id: 'document-open-3', title: 'Budget of the archives', on: '2016-01-02', open: true }],
};
const closedLetter = { id: 'document-closed', title: '징계 처분 Zwiebelkuchen', on: '2011-01-01', open: false };
const later = { id: 'document-later', title: '징계 의결서 Quetschkommode', on: '2039-12-31', open: false };
const hidden: TestFolder = {
  id: 'folder-hidden',
  title: '징계 기록철',
  task: 'task-hidden',
  records: [{ id: 'document-hidden', title: '징계 Hintertupfing', on: '2020-02-02', open: false }],
};
const withClosed: TestFolder = { ...letters, records: [closedLetter, ...letters.records, later] };

const item = (documentId: string) => itemId(creatorId, documentId);
const file = (folderId: string) => fileId(creatorId, folderId);
const open = '/api/archive/open';

let folder = '';
const houses: Archives[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-open-'));
});
afterEach(async () => {
  await Promise.all(houses.splice(0).map((one) => one.stop()));
  await rm(folder, { recursive: true });
});

async function archivesWith(name: string, ...folders: readonly TestFolder[]): Promise<Archives> {
  const archives = await openArchives({
    folder: join(folder, name),
    packages: inMemoryPackageStore(),
    log: testLog({ definitions: archiveEvents }),
  });
  houses.push(archives);
  for (const one of folders) await archives.preserve(one);
  await archives.settle();
  return archives;
}

async function titlesFound(archives: Archives, words: string): Promise<readonly string[]> {
  const answer = await archives.get(`${open}/search?q=${encodeURIComponent(words)}`);
  return answer.json().items.map(({ title }: { title: string }) => title);
}

async function redescribe(
  archives: Archives,
  descriptionId: string,
  body: object,
  key = nameBasedId(JSON.stringify(body)),
) {
  const headers = { ...(await archives.cookie('person-archivist')), 'idempotency-key': key };
  const url = `/api/archive/descriptions/${descriptionId}/redescriptions`;
  return archives.app.inject({ method: 'POST', url, headers, payload: body });
}

const opening = { disclosure: { class: 'open', grounds: [] } };
const closing = { disclosure: { class: 'closed', grounds: ['6'] } };

/** Every public answer, page by page, to whoever knows every id and every word. */
async function everythingPublic(archives: Archives): Promise<readonly string[]> {
  const ids = [
    fondsId(creatorId),
    ...['task-letters', 'task-budget', 'task-hidden'].map((task) => seriesId(creatorId, [task])),
    ...['folder-letters', 'folder-budget', 'folder-hidden'].map(file),
    ...['open-1', 'open-2', 'open-3', 'closed', 'later', 'hidden', 'never'].map((id) => item(`document-${id}`)),
  ];
  const words = ['정보공개', '징계', 'zwiebel', 'budget', 'zahtev', '기록부', '2014', 'hinter', 'archives 기록부', '"'];
  const urls = [
    `${open}/descriptions`,
    ...ids.flatMap((id) => [`${open}/descriptions/${id}`, `${open}/descriptions/${id}/document.pdf`]),
    ...words.map((word) => `${open}/search?q=${encodeURIComponent(word)}`),
  ];
  const answers: string[] = [];
  for (const url of urls) {
    for (let next: string | undefined = pageOfOne(url); next !== undefined; ) {
      const answer = await archives.get(next);
      const { 'x-correlation-id': correlation, date: _, ...headers } = answer.headers;
      const body = answer.body.replaceAll(String(correlation), '');
      answers.push(JSON.stringify({ next, status: answer.statusCode, headers, body }));
      const more: unknown = String(headers['content-type']).includes('json') ? answer.json().next : undefined;
      next = typeof more === 'string' ? `${pageOfOne(url)}&after=${encodeURIComponent(more)}` : undefined;
    }
  }
  return answers;
}

function pageOfOne(url: string): string {
  if (url.endsWith('.pdf')) return url;
  return `${url}${url.includes('?') ? '&' : '?'}limit=1`;
}

/** What tells answers to different urls apart, taken away. */
function sameWhereRefused(answers: readonly string[]): ReadonlySet<string> {
  return new Set(answers.map((one) => JSON.stringify({ ...JSON.parse(one), next: '' })));
}

describe('the public zone', () => {
  it('finds what is open by its words, in either script, and what holds it', async () => {
    const archives = await archivesWith('one', letters, budget);
    expect(await titlesFound(archives, 'zahtev')).toEqual(['Захтев за прековремени рад']);
    expect(await titlesFound(archives, '공개')).toEqual(['정보공개 편지철', '정보공개 청구 처리 결과']);
    expect(await titlesFound(archives, 'budget 기록부')).toHaveLength(3);
    expect(await titlesFound(archives, 'udget')).toEqual([]);
    expect(archives.alarms).toEqual([]);
  });

  it('leads from the fonds down to the document', async () => {
    const archives = await archivesWith('one', letters);
    const step = async (id?: string) => (await archives.get(`${open}/descriptions${id ? `/${id}` : ''}`)).json();
    const [fonds] = (await step()).items;
    expect(fonds).toMatchObject({ level: 'fonds', title: '기록부', referenceCode: 'mopa' });
    const [series] = (await step(fonds.descriptionId)).below;
    const [one] = (await step(series.descriptionId)).below;
    expect(one).toMatchObject({ level: 'file', dates: { from: '2014-03-03', to: '2015-06-07' } });
    const described = await step((await step(one.descriptionId)).below[1].descriptionId);
    expect(described.above.map(({ level }: { level: string }) => level)).toEqual(['fonds', 'series', 'file']);
    const answer = await archives.get(described.document);
    expect([answer.body, answer.headers['content-type']]).toEqual(['bytes of document-open-1', 'application/pdf']);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const scan = await archives.get(`${open}/descriptions/${item('document-open-2')}/document.pdf`);
    expect([scan.body, scan.headers['content-type']]).toEqual(['bytes of document-open-2', 'image/png']);
  });

  it('answers byte for byte as if what is closed did not exist', async () => {
    const without = await archivesWith('without', letters, budget);
    const withThem = await archivesWith('with', hidden, withClosed, budget);
    const answers = await everythingPublic(without);
    expect(await everythingPublic(withThem)).toEqual(answers);
    expect(answers.length).toBeGreaterThan(50);
    expect(/documentId|folder-|package|징계 /.test(answers.join(''))).toBe(false);
    expect(withThem.descriptions.db.prepare('SELECT COUNT(*) AS count FROM unit').get()).toEqual({ count: 13 });
  });

  it('refuses what is closed, what never was and what has no document in the same words', async () => {
    const archives = await archivesWith('one', withClosed, hidden);
    const refused = (await everythingPublic(archives)).filter((one) => JSON.parse(one).status !== 200);
    expect(refused.length).toBeGreaterThan(15);
    expect(sameWhereRefused(refused).size).toBe(1);
  });

  it('lets an item go at once when it is closed, and leaves nothing of it in its file', async () => {
    const archives = await archivesWith('one', budget, { ...letters, records: [{ ...closedLetter, open: true }] });
    expect(await titlesFound(archives, 'zwiebelkuchen')).toHaveLength(1);
    const answer = await redescribe(archives, item('document-closed'), closing);
    expect([answer.statusCode, answer.json().disclosure.class]).toEqual([200, 'closed']);
    expect(await titlesFound(archives, 'zwiebelkuchen')).toEqual([]);
    expect(await titlesFound(archives, '편지철')).toEqual([]);
    expect((await archives.get(`${open}/descriptions/${file('folder-letters')}`)).statusCode).toBe(404);
    expect(await bytesOfZone('one')).not.toMatch(/Zwiebel|zwiebel|편지|document-closed|folder-letters/);
    expect(await bytesOfZone('one')).toMatch(/Budget/);
  });

  it('shows an item and all above it when it is opened, under the titles they have now', async () => {
    const archives = await archivesWith('one', hidden);
    expect((await archives.get(`${open}/descriptions`)).json()).toEqual({ items: [] });
    await redescribe(archives, file('folder-hidden'), { title: '새 이름의 철' });
    await redescribe(archives, item('document-hidden'), { ...opening, title: '이제 열린 문서' });
    await archives.settle();
    const opened = (await archives.get(`${open}/descriptions/${item('document-hidden')}`)).json();
    expect(opened.title).toBe('이제 열린 문서');
    expect(opened.above.map(({ title }: { title: string }) => title)).toEqual([
      '기록부',
      'Task task-hidden',
      '새 이름의 철',
    ]);
    await redescribe(archives, item('document-hidden'), closing);
    await redescribe(archives, item('document-hidden'), opening, 'again');
    await archives.settle();
    expect(await titlesFound(archives, '열린')).toEqual(['이제 열린 문서']);
    expect(archives.alarms).toEqual([]);
  });

  it('counts the days of a file by what is open of it', async () => {
    const archives = await archivesWith('one', letters);
    const dates = async () => (await archives.get(`${open}/descriptions`)).json().items[0].dates;
    expect(await dates()).toEqual({ from: '2014-03-03', to: '2015-06-07' });
    await redescribe(archives, item('document-open-2'), closing);
    expect(await dates()).toEqual({ from: '2014-03-03', to: '2014-03-03' });
  });

  it('is rebuilt to the same rows after anything was opened and closed', async () => {
    const archives = await archivesWith('one', withClosed, budget, hidden);
    await redescribe(archives, item('document-open-1'), closing);
    await redescribe(archives, item('document-hidden'), opening);
    await redescribe(archives, item('document-open-3'), { title: 'Another title' });
    await archives.settle();
    const rebuilt = archives.project(openRecords, join(folder, 'rebuilt'));
    await rebuilt.caughtUp();
    expect(rebuilt.digest()).toBe(archives.openRecords.digest());
    await rebuilt.stop();
  });
});

describe('an archivist', () => {
  it('sees all, and others nothing', async () => {
    const archives = await archivesWith('one', withClosed);
    const list = async (personId: string, url: string) =>
      archives.app.inject({ method: 'GET', url, headers: await archives.cookie(personId) });
    const under = await list('person-archivist', `/api/archive/descriptions?parentId=${file('folder-letters')}`);
    expect(under.json().items).toHaveLength(4);
    const one = await list('person-archivist', `/api/archive/descriptions/${item('document-closed')}`);
    expect(one.json()).toMatchObject({
      documentId: 'document-closed',
      disclosure: { class: 'closed', grounds: ['6'] },
    });
    const top = await list('person-archivist', `/api/archive/descriptions/${fondsId(creatorId)}`);
    expect(top.json().dates).toEqual({ from: '2010-01-01', to: '2040-12-31' });
    expect((await list('person-clerk', '/api/archive/descriptions')).statusCode).toBe(403);
  });

  it('is refused what changes nothing, what never was, and days that end before they begin', async () => {
    const archives = await archivesWith('one', letters);
    const codeOf = async (id: string, body: object) => (await redescribe(archives, id, body)).json().code;
    expect(await codeOf(item('document-open-1'), opening)).toBe('nothing-changed');
    expect(await codeOf(item('document-never'), opening)).toBe('not-found');
    expect(await codeOf(file('folder-letters'), closing)).toBe('input-invalid');
    const dates = { from: '2015-01-01', to: '2014-01-01' };
    expect(await codeOf(item('document-open-1'), { dates })).toBe('input-invalid');
  });

  it('asks twice with one key and describes once', async () => {
    const archives = await archivesWith('one', letters);
    const answers = [
      await redescribe(archives, item('document-open-1'), { title: 'New' }, 'once'),
      await redescribe(archives, item('document-open-1'), { title: 'New' }, 'once'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const events = await archives.journal.eventsOf(`description-${item('document-open-1')}`);
    expect(events).toHaveLength(2);
  });
});

describe('describing what was preserved', () => {
  it('says nothing twice when it reads the log again', async () => {
    const archives = await archivesWith('one', withClosed, budget);
    const count = async () => (await archives.journal.eventsOf(`description-${fondsId(creatorId)}`)).length;
    expect(await count()).toBe(2);
    const read = archives.read.length;
    for (const again of archives.react()) {
      await again.settled();
      await again.stop();
    }
    expect(await count()).toBe(2);
    expect(archives.read.length).toBe(read);
  });

  it('goes on where it was cut off, and describes nothing twice', async () => {
    const kept = inMemoryEventStore();
    let isCut = false;
    const append: EventStore['append'] = async (stream, ...rest) => {
      if (stream !== `description-${file('folder-letters')}` || isCut) return kept.append(stream, ...rest);
      isCut = true;
      throw new SillokError('DISK_FULL', 'no room');
    };
    const archives = await openArchives({
      folder: join(folder, 'cut'),
      packages: inMemoryPackageStore(),
      log: testLog({ definitions: archiveEvents, store: { ...kept, append } }),
    });
    houses.push(archives);
    await archives.preserve(letters);
    await archives.settle();
    expect([isCut, archives.alarms.length]).toEqual([true, 1]);
    const ids = [...letters.records.map(({ id }) => item(id)), file('folder-letters'), fondsId(creatorId)];
    const events = await Promise.all(ids.map((id) => archives.journal.eventsOf(`description-${id}`)));
    expect(events.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(await titlesFound(archives, '공개')).toHaveLength(2);
  });

  it('keeps what people said of an item when its package is made anew', async () => {
    const archives = await archivesWith('one', letters);
    await redescribe(archives, item('document-open-1'), closing);
    await redescribe(archives, file('folder-letters'), { title: 'A better title' });
    await archives.preserve({ ...letters, id: 'folder-letters', edition: 2 });
    await archives.settle();
    expect(await titlesFound(archives, '정보공개 청구')).toEqual([]);
    expect(await titlesFound(archives, 'better title')).toEqual(['A better title']);
    expect(archives.alarms).toEqual([]);
  });
});

async function bytesOfZone(name: string): Promise<string> {
  const names = (await readdir(join(folder, name))).filter((one) => one.startsWith('open-records'));
  const parts = await Promise.all(names.map((one) => readFile(join(folder, name, one), 'utf8')));
  return parts.join('\n');
}
