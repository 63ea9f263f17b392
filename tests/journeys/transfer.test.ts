import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createApiClient } from '@sillok/http-service';
import { searchAnswer } from '@sillok/schemas/api/archive/description';
import { submissionAnswer, submissionDone } from '@sillok/schemas/api/archive/submission';
import { dueArchivesTransfers } from '@sillok/schemas/api/records/keeping';
import { folderListAnswer, recordAnswer } from '@sillok/schemas/api/records/record';
import { outgoingTransfer, signedTransferReceipt, transferDone } from '@sillok/schemas/api/records/transfer';
import { transferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { archives as archivesPlan, munhwa } from '@sillok/small-country';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { keepForTheArchives, passToRecordsCentre, reviewDisclosure } from '../../infra/sillok/src/life/live-keeping.ts';
import { livePaper } from '../../infra/sillok/src/life/live-paper.ts';
import { archivesOf, foundByAnybody, transferReached } from '../../infra/sillok/src/life/live-transfer.ts';
import { aScan } from './support/a-scan.ts';
import { eventsIn } from './support/correspondence.ts';
import { type House, openHouse, until } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { sillok } from './support/sillok-process.ts';
import { memo } from './support/story.ts';

const centre = 'munhwa-archivist';
const unitId = 'munhwa-policy';
const title = {
  open: '시민에게 열린 계획',
  returned: '되돌아올 문서',
  closed: '열지 않는 의견',
  scan: '종이로 온 건의',
};

let house: House;
let folderId = '';
let transferId = '';
const document = { open: '', returned: '', closed: '', scan: '' };

const munhwaClient = () => house.client('munhwa');
const keeping = () => ({ client: munhwaClient(), plan: munhwa });
const archives = () => archivesOf(house.country);
const sending = (more: object = {}) =>
  posting(house.person(centre), `/api/records/folders/${folderId}/transfers`, { archivesId: archivesPlan.id, ...more });
const submission = () =>
  archives().client.ask(archives().archivist, `/api/archive/submissions/${transferId}`, submissionAnswer);
const transfer = () => munhwaClient().ask(centre, `/api/records/transfers/${transferId}`, outgoingTransfer);

beforeAll(async () => {
  house = await openHouse();
  const { items } = await munhwaClient().ask(centre, '/api/records/folders', folderListAnswer);
  folderId = items.find((one) => one.unitId === unitId)?.folderId ?? '';
  document.open = await kept(title.open, { class: 'open', grounds: [] });
  document.returned = await kept(title.returned, { class: 'open', grounds: [] });
  document.closed = await kept(title.closed, { class: 'closed', grounds: ['6'] });
  const paper = await livePaper(munhwaClient(), {
    letter: { ...note, title: title.scan },
    scan: aScan(),
    registry: centre,
    officer: 'munhwa-drafter',
    unitId,
    folderId,
    disclosure: { class: 'closed', grounds: ['6'] },
    key: 'scan-1',
  });
  document.scan = paper.documentId;
});
afterAll(() => house.leave());

const note = {
  senderName: '한도윤',
  arrivedOn: '2014-02-28',
  location: 'A-01-3',
  resolution: 300,
  colour: 'greyscale',
  device: 'FX-300',
  software: 'Scan 1.0',
};

async function kept(text: string, disclosure: { class: 'open' | 'closed'; grounds: string[] }): Promise<string> {
  const letter = memo('munhwa', text);
  const written = { ...letter, classification: { ...letter.classification, disclosure } };
  const { documentId } = await house.live(written);
  await house.sealed(written, documentId);
  return documentId;
}

describe('a folder does not go to the archives', () => {
  test('while it is open, or in the custody of its unit', async () => {
    await expectRefused(house, { code: 'folder-not-closed', field: 'folderId' }, sending());
    await keepForTheArchives(keeping(), document.open, unitId);
    house.country.clock.moveTo('2015-01-08T03:00:00.000Z');
    await until(
      () => munhwaClient().ask(centre, '/api/records/folders', folderListAnswer),
      ({ items }) => items.find((one) => one.folderId === folderId)?.status === 'closed',
    );
    await expectRefused(house, { code: 'custody-elsewhere', field: 'folderId' }, sending());
  });

  test('before its time without an agreement, and to nobody but archives', async () => {
    const due = (on: string) =>
      munhwaClient().ask(centre, `/api/records/due-archives-transfers?on=${on}`, dueArchivesTransfers);
    expect((await due('2025-01-01')).items).toEqual([]);
    await passToRecordsCentre(keeping(), folderId);
    for (const [on, isDue] of [
      ['2024-12-31', false],
      ['2025-01-01', true],
    ] as const) {
      expect((await due(on)).items).toMatchObject([{ folderId, archivesIn: 2025, isDue }]);
    }
    await expectRefused(house, { code: 'transfer-not-due', field: 'agreement' }, sending());
    for (const archivesId of ['mopa', 'nobody']) {
      const refused = { code: 'archives-unknown', field: 'archivesId' } as const;
      await expectRefused(house, refused, sending({ archivesId }));
    }
    const drafter = house.person('munhwa-drafter');
    const path = `/api/records/folders/${folderId}/transfers`;
    const order = { archivesId: archivesPlan.id };
    await expectRefused(house, { code: 'not-permitted' }, posting(drafter, path, order));
  });
});

describe('the archives', () => {
  beforeAll(async () => {
    house.country.clock.moveTo('2025-03-03T03:00:00.000Z');
    for (const one of Object.values(document)) await reviewDisclosure(keeping(), one, undefined);
    const path = `/api/records/folders/${folderId}/transfers`;
    const order = { archivesId: archivesPlan.id };
    ({ transferId } = await munhwaClient().tell(centre, path, order, transferDone, 'transfer-1'));
  });

  test('have a submission once, however both sides die on the way', async () => {
    house = await house.restart();
    await transferReached(keeping(), transferId, ({ status }) => status === 'arrived');
    house = await house.restart();
    await until(submission, ({ status }) => status === 'inspected');
    const arrived = (await eventsIn(house, 'archives')).filter(({ type }) => type === 'archive.SubmissionArrived.v1');
    expect(arrived.map(({ data }) => data['transferId'])).toEqual([transferId]);
    const { status, items, packageCodes } = await submission();
    expect({ status, packageCodes }).toEqual({ status: 'inspected', packageCodes: [] });
    expect(items.map(({ codes, blocking }) => ({ codes, blocking }))).toEqual(
      items.map(() => ({ codes: [], blocking: false })),
    );
    await expectRefused(house, { code: 'transfer-under-way', field: 'folderId' }, sending());
  });

  test('answer the same package again with the same receipt', async () => {
    const before = (await eventsIn(house, 'archives')).length;
    const bytes = await munhwaClient().fetch(centre, `/api/records/transfers/${transferId}/package.zip`);
    const anybody = createApiClient({ port: house.country.port, host: 'archives.localhost' });
    const again = await anybody.post('/api/archive/submissions', new Uint8Array(bytes));
    const said = await munhwaClient().ask(
      centre,
      `/api/records/transfers/${transferId}/receipts/arrived`,
      signedTransferReceipt,
    );
    expect(again.body).toEqual({ receipt: said });
    expect((await eventsIn(house, 'archives')).length).toBe(before);
  });

  test('row 63: accept and return item by item, two people for it, and sign a receipt that lists both', async () => {
    const { archivist, head } = archives();
    const path = `/api/archive/submissions/${transferId}`;
    const items = Object.values(document).map((documentId) => ({ documentId, outcome: 'accepted' as const }));
    const decide = (order: object) => posting(house.person(archivist), `${path}/decision`, order);
    await expectRefused(house, { code: 'submission-item-unknown', field: 'items' }, decide({ items: items.slice(1) }));
    const bare = items.map((one) => (one.documentId === document.returned ? { ...one, outcome: 'returned' } : one));
    await expectRefused(house, { code: 'reason-required', field: 'items' }, decide({ items: bare }));
    const reasoned = bare.map((one) => (one.outcome === 'returned' ? { ...one, reason: '별첨이 빠짐' } : one));
    expect((await decide({ items: reasoned })({})).status).toBe(200);
    const { decision } = await submission();
    const alone = posting(house.person(archivist), `${path}/confirmation`, { decision });
    await expectRefused(house, { code: 'not-permitted' }, alone);
    const unseen = posting(house.person(head), `${path}/confirmation`, { decision: '0'.repeat(64) });
    await expectRefused(house, { code: 'submission-decided-anew', field: 'decision' }, unseen);
    const client = archives().client;
    await client.tell(head, `${path}/confirmation`, { decision }, submissionDone, 'confirm-1');
    const { status, receipts } = await transferReached(
      keeping(),
      transferId,
      (one) => one.status === 'partly-accepted',
    );
    expect({ status, receipts }).toEqual({ status: 'partly-accepted', receipts: ['arrived', 'accepted'] });
    const signed = await munhwaClient().ask(
      centre,
      `/api/records/transfers/${transferId}/receipts/accepted`,
      signedTransferReceipt,
    );
    const receipt = transferReceipt.parse(JSON.parse(signed.statement));
    expect(receipt.counts).toEqual({ offered: 4, accepted: 3, returned: 1 });
    expect(receipt.items.find(({ outcome }) => outcome === 'returned')).toMatchObject({
      documentId: document.returned,
      reason: '별첨이 빠짐',
    });
    for (const { outcome, files } of receipt.items) expect(files.length > 2).toBe(outcome === 'accepted');
  });

  test('let everybody find what is open, and tell nobody of the rest', async () => {
    expect(await foundByAnybody(archives(), title.open, true)).toMatchObject({ level: 'item', title: title.open });
    for (const hidden of [title.closed, title.scan, title.returned]) await foundByAnybody(archives(), hidden, false);
    const anybody = createApiClient({ port: house.country.port, host: 'archives.localhost' });
    const { items } = searchAnswer.parse((await anybody.get('/api/archive/open/search?q=계획')).body);
    const [found] = items;
    const copy = await anybody.get(`/api/archive/open/descriptions/${found?.descriptionId}/document.pdf`);
    expect(copy.body instanceof Uint8Array && Buffer.from(copy.body).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

describe('the sender', () => {
  test('has everything still, and decides no more about what the archives took over', async () => {
    for (const one of [document.open, document.closed, document.returned]) {
      expect((await munhwaClient().fetch(centre, `/api/records/records/${one}/document.pdf`)).length).toBeGreaterThan(
        0,
      );
    }
    const review = (documentId: string) =>
      posting(house.person(centre), `/api/records/records/${documentId}/disclosure-review`, {
        disclosure: { class: 'open', grounds: [] },
        reason: '다시 봄',
      });
    await until(
      () => munhwaClient().ask(centre, `/api/records/records/${document.open}`, recordAnswer),
      ({ custody }) => custody === 'archives',
    );
    await expectRefused(house, { code: 'custody-elsewhere', field: 'documentId' }, review(document.open));
    expect((await review(document.returned)({})).status).toBe(200);
  });

  test('row 63: sends again what was returned, linked to the attempt before', async () => {
    const before = transferId;
    const path = `/api/records/folders/${folderId}/transfers`;
    const order = { archivesId: archivesPlan.id };
    ({ transferId } = await munhwaClient().tell(centre, path, order, transferDone, 'transfer-2'));
    const { items, previousTransferId } = await transfer();
    expect({ previousTransferId, items: items.map(({ documentId }) => documentId) }).toEqual({
      previousTransferId: before,
      items: [document.returned],
    });
    await transferReached(keeping(), transferId, ({ status }) => status === 'arrived');
    expect(await until(submission, ({ status }) => status === 'inspected')).toMatchObject({
      previousTransferId: before,
    });
  });
});

describe('both sides', () => {
  test('row 74: have the very same projections from the log, whatever was kept of them', async () => {
    const before = { transfer: await transfer(), submission: await submission() };
    await house.country.stop();
    const lived = await replayed();
    // What only one of them does leaves the other with a projection of nothing.
    for (const name of ['outgoing-transfers', 'submissions', 'description-tree', 'open-records'])
      expect(new Set(lived.flatMap(({ projection, digest }) => (projection === name ? [digest] : []))).size).toBe(2);
    for (const side of ['munhwa', 'archives'])
      await rm(join(house.dataFolder, side, 'projections'), { recursive: true });
    house = await openHouse(house.dataFolder);
    expect({ transfer: await transfer(), submission: await submission() }).toEqual(before);
    expect(await foundByAnybody(archives(), title.open, true)).toMatchObject({ title: title.open });
  });

  /** The digest of each projection of both, where it is the same from the log alone. */
  async function replayed() {
    const { code, stdout, stderr } = await sillok('replay', '--data', house.dataFolder, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { equal, projections } = replay.parse(JSON.parse(stdout));
    expect(equal).toBe(true);
    return projections.filter(({ institution }) => ['munhwa', 'archives'].includes(institution));
  }

  const replay = z.object({
    equal: z.boolean(),
    projections: z.array(z.object({ institution: z.string(), projection: z.string(), digest: z.string() })),
  });
});
