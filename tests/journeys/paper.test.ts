import { createHash } from 'node:crypto';
import { readAsic } from '@sillok/exchange-container';
import { paperAnswer, paperDone, paperListAnswer } from '@sillok/schemas/api/distribution/paper';
import { disclosureReviewAnswer } from '@sillok/schemas/api/records/keeping';
import { folderListAnswer, recordAnswer, recordListAnswer } from '@sillok/schemas/api/records/record';
import { digitisation } from '@sillok/schemas/statements/digitisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { livePaper, type Paper } from '../../infra/sillok/src/life/live-paper.ts';
import { aScan } from './support/a-scan.ts';
import { eventsIn } from './support/correspondence.ts';
import { type House, openHouse, until } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { memo } from './support/story.ts';

const registry = 'munhwa-archivist';
const officer = 'munhwa-drafter';
const other = 'munhwa-disclosure-officer';
const closed = { class: 'closed', grounds: ['6'] } as const;
const note = {
  title: '마을 도서관 개관 시간 연장 건의',
  senderName: '한도윤',
  arrivedOn: '2014-02-28',
  location: 'A-01-3',
  resolution: 300,
  colour: 'greyscale',
  device: 'FX-300',
  software: 'Scan 1.0',
};

let house: House;
let folderId: string;
let paper: Paper;
const scan = aScan();
const munhwa = () => house.client('munhwa');
const scanning = (changes: Readonly<Record<string, string>> = {}) =>
  `/api/distribution/papers?${new URLSearchParams({ ...note, resolution: '300', ...changes })}`;

beforeAll(async () => {
  house = await openHouse();
  const { items } = await munhwa().ask(officer, '/api/records/folders', folderListAnswer);
  folderId = items.find(({ unitId }) => unitId === 'munhwa-policy')?.folderId ?? '';
  await house.live(memo('munhwa', '그 전에 온 문서'));
  const disclosure = { class: 'closed' as const, grounds: ['6'] };
  const order = { letter: note, scan, registry, officer, unitId: 'munhwa-policy', folderId, disclosure };
  paper = await livePaper(munhwa(), { ...order, key: 'paper-0001' });
});
afterAll(() => house.leave());

describe('a letter on paper', () => {
  test('is numbered in the register of the receipts, next to what came before it', async () => {
    expect(paper).toMatchObject({ ...visible, status: 'received', number: '기록정책과-2', folderId });
    const registered = (await eventsIn(house, 'munhwa')).filter(({ type }) => type === 'records.PaperRegistered.v1');
    expect(registered.map(({ stream, data }) => [stream, data['number'], data['documentId']])).toEqual([
      ['register-1740201-2014-register', 2, paper.documentId],
    ]);
    expect(paper.events.map(({ type }) => type.split('.')[1]).sort()).toEqual([
      'PaperDistributed',
      'PaperReceived',
      'PaperScanned',
      'PaperSealed',
    ]);
  });

  test('says nowhere in the open who wrote it, or about what', async () => {
    const text = JSON.stringify(await eventsIn(house, 'munhwa'));
    expect(text).toContain(paper.documentId);
    expect([text.includes(note.senderName), text.includes(note.title)]).toEqual([false, false]);
  });

  test('is proved by a container that holds the very scan and what was done to it', async () => {
    const path = `/api/distribution/papers/${paper.documentId}`;
    expect(Buffer.from(await munhwa().fetch(officer, `${path}/scan`)).equals(Buffer.from(scan))).toBe(true);
    const container = await munhwa().fetch(officer, `${path}/digitisation.asice`);
    const { files } = await readAsic(container);
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['scan.png', 'image/png'],
      ['digitisation.json', 'application/json'],
    ]);
    const sha256 = createHash('sha256').update(scan).digest('hex');
    const said = digitisation.parse(JSON.parse(Buffer.from(files[1]?.bytes ?? '').toString()));
    expect(said).toMatchObject({
      institution: 'munhwa',
      documentId: paper.documentId,
      arrivedOn: note.arrivedOn,
      scannedBy: registry,
      scan: { sha256, bytes: scan.length, pages: 1 },
    });
    expect(JSON.stringify(said)).not.toContain(note.senderName);
  });

  test('is a record like any other: listed, read with its history, downloaded and proved', async () => {
    const { items } = await munhwa().ask(officer, '/api/records/records', recordListAnswer);
    expect(items.find(({ documentId }) => documentId === paper.documentId)).toMatchObject({
      title: note.title,
      number: paper.number,
      status: 'sealed',
      folderId,
    });
    const record = await recordOf(officer);
    expect(record).toMatchObject({
      classification: null,
      disclosure: closed,
      paper: { arrivedOn: note.arrivedOn, unitTaskId: 'munhwa-task-transfer', mediaType: 'image/png', language: 'ko' },
    });
    expect(record.events.map(({ type }) => type)).toContain('records.PaperRegistered.v1');
    const path = `/api/records/records/${paper.documentId}`;
    expect(Buffer.from(await munhwa().fetch(officer, `${path}/scan`)).equals(Buffer.from(scan))).toBe(true);
    expect((await readAsic(await munhwa().fetch(officer, `${path}/evidence.asice`))).files).toHaveLength(2);
    expect(await house.person(officer).get(`${path}/document.pdf`)).toMatchObject({ status: 404 });
  });

  test('is of no concern to another unit', async () => {
    for (const path of [`/api/records/records/${paper.documentId}`, `/api/distribution/papers/${paper.documentId}`]) {
      expect(await house.person(other).get(path)).toMatchObject({ status: 404 });
    }
    expect(await munhwa().ask(other, '/api/distribution/papers', paperListAnswer)).toEqual({ items: [] });
    expect((await munhwa().ask(registry, '/api/distribution/papers', paperListAnswer)).items).toHaveLength(1);
  });

  test('may be opened later, and is still shown to nobody on the street', async () => {
    const open = { class: 'open' as const, grounds: [] };
    const path = `/api/records/records/${paper.documentId}/disclosure-review`;
    const answer = await house.person(officer).post(path, { disclosure: open, reason: '이름을 가렸음' });
    expect(disclosureReviewAnswer.parse(answer.body)).toEqual({
      documentId: paper.documentId,
      from: closed,
      to: open,
    });
    await until(
      () => recordOf(officer),
      (record) => record.disclosure.class === 'open',
    );
    expect(await house.person(officer).get(`/api/records/open/${paper.documentId}/document.pdf`)).toMatchObject({
      status: 404,
    });
  });

  test('lies in its folder when that closes, at the place which its number has', async () => {
    expect(await house.person(officer).post(`/api/records/folders/${folderId}/closing`)).toMatchObject({ status: 200 });
    const [folder] = (await eventsIn(house, 'munhwa')).filter(({ type }) => type === 'records.FolderClosed.v1');
    expect(folder?.data).toMatchObject({
      folderId,
      place: [{ scope: '1740201', year: 2014, book: 'register', number: 2 }],
    });
    const next = await scanned();
    await munhwa().tell(registry, `/api/distribution/papers/${next}/unit`, { unitId: 'munhwa-policy' }, paperDone);
    await expectRefused(
      house,
      { code: 'folder-closed', field: 'folderId' },
      posting(house.person(officer), `/api/distribution/papers/${next}/receipt`, { folderId, disclosure: closed }),
    );
  });
});

describe('what the registry lays on the glass', () => {
  test.each([
    ['a text', new TextEncoder().encode('No picture, and no page of anything.'), 'scan-malformed', 'body'],
    ['a picture that breaks off', aScan().subarray(0, 40), 'scan-malformed', 'body'],
    ['nothing at all', new Uint8Array(), 'scan-malformed', 'body'],
  ] as const)('is refused when it is %s', async (_, bytes, code, field) => {
    await expectRefused(house, { code, field }, posting(house.person(registry), scanning(), bytes));
  });

  test('is refused when the letter will come only tomorrow, and when it is somebody else who scans', async () => {
    const path = scanning({ arrivedOn: '2099-01-01' });
    await expectRefused(
      house,
      { code: 'input-invalid', field: 'arrivedOn' },
      posting(house.person(registry), path, scan),
    );
    await expectRefused(
      house,
      { code: 'not-permitted', status: 403 },
      posting(house.person(officer), scanning(), scan),
    );
  });

  test('is one letter however often it is sent under one key', async () => {
    const send = () => house.person(registry).post(scanning(), scan, { idempotencyKey: 'the-same-glass' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(paperDone.parse(second.body)).toEqual(paperDone.parse(first.body));
  });

  test('may be given to another unit until it is received', async () => {
    const documentId = await scanned();
    const path = `/api/distribution/papers/${documentId}`;
    await munhwa().tell(registry, `${path}/unit`, { unitId: 'munhwa-policy' }, paperDone);
    await munhwa().tell(registry, `${path}/unit`, { unitId: 'munhwa-disclosure' }, paperDone);
    expect(await house.person(officer).get(path)).toMatchObject({ status: 404 });
    expect(await munhwa().ask(other, path, paperAnswer)).toMatchObject({ status: 'in-unit', number: null });
  });
});

const visible = { title: note.title, senderName: note.senderName, arrivedOn: note.arrivedOn };

function recordOf(person: string) {
  return munhwa().ask(person, `/api/records/records/${paper.documentId}`, recordAnswer);
}

async function scanned(): Promise<string> {
  return (await munhwa().tell(registry, scanning(), scan, paperDone)).documentId;
}
