import { join } from 'node:path';
import { type PackageFile, readErms, readPackage, validatePackage } from '@sillok/archival-package';
import { readHistory, readOpened } from '@sillok/evidence/history';
import { noAnchors, verifyPackage } from '@sillok/evidence/verifying';
import { folderListAnswer } from '@sillok/schemas/api/records/record';
import { outgoingTransfer, transferDone } from '@sillok/schemas/api/records/transfer';
import { archives, munhwa } from '@sillok/small-country';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepForTheArchives, passToRecordsCentre, reviewDisclosure } from '../../infra/sillok/src/life/live-keeping.ts';
import { livePaper } from '../../infra/sillok/src/life/live-paper.ts';
import { aScan } from './support/a-scan.ts';
import { correspondenceOf, eventsIn, letterTo } from './support/correspondence.ts';
import { type House, openHouse, until } from './support/house.ts';
import { memo } from './support/story.ts';

const centre = 'munhwa-archivist';
const unitId = 'munhwa-policy';
const attachment = '2014년도 기록물 이관 안내서.odt';
const vectors = join(import.meta.dirname, '../vectors/letters/kr-notice');

let house: House;
let packed: { readonly name: string; readonly bytes: Uint8Array };
let files: ReadonlyMap<string, PackageFile>;
const items = { written: '', sent: '', received: '', scanned: '' };

beforeAll(async () => {
  house = await openHouse();
  await liveThrough();
  packed = await sendFolder();
  files = (await readPackage(packed)).files;
}, 45_000);
afterAll(() => house.leave());

const keeping = () => ({ client: house.client('munhwa'), plan: munhwa });

/** One record that we wrote with an attachment, one that we sent, one that came, and one on paper. */
async function liveThrough(): Promise<void> {
  const mail = correspondenceOf(house);
  const letter = memo('munhwa', '이관 계획', { attachments: [attachment] });
  items.written = await mail.write({ ...letter, folder: vectors });
  const out = await mail.dispatch(letterTo('mopa', '이관 협조 요청'));
  items.sent = await documentOf(out);
  await mail.reached('munhwa', out, 'arrived');
  await mail.receive('mopa', out);
  await mail.reached('munhwa', out, 'accepted');
  const back = await mail.dispatch(letterTo('munhwa', 'Re: transfer'));
  await mail.reached('mopa', back, 'arrived');
  items.received = (await mail.receive('munhwa', back)).documentId;
  items.scanned = await scannedLetter();
  await mail.settled(house);
  await keepForTheArchives(keeping(), items.written, unitId);
}

async function scannedLetter(): Promise<string> {
  const client = house.client('munhwa');
  const letter = {
    title: '마을 도서관 건의',
    senderName: '한도윤',
    arrivedOn: '2014-02-28',
    location: 'A-01-3',
    resolution: 300,
    colour: 'greyscale',
    device: 'FX-300',
    software: 'Scan 1.0',
  };
  const order = { letter, scan: aScan(), registry: centre, officer: 'munhwa-drafter', unitId, key: 'paper-0001' };
  const disclosure = { class: 'closed' as const, grounds: ['6'] };
  return (await livePaper(client, { ...order, folderId: await folderOfTask(), disclosure })).documentId;
}

async function folderOfTask(): Promise<string> {
  const { items: folders } = await house.client('munhwa').ask(centre, '/api/records/folders', folderListAnswer);
  return folders.find(({ title }) => title === 'munhwa-task-transfer')?.folderId ?? '';
}

async function documentOf(dispatchId: string): Promise<string> {
  const events = await eventsIn(house, 'munhwa');
  const prepared = events.find(({ type, data }) => isPrepared(type) && data['dispatchId'] === dispatchId);
  return String(prepared?.data['documentId']);
}

function isPrepared(type: string): boolean {
  return type === 'distribution.DispatchPrepared.v1';
}

async function sendFolder() {
  const folderId = await folderOfTask();
  house.country.clock.moveTo('2015-01-01T01:00:00.000Z');
  await passToRecordsCentre(keeping(), folderId);
  await reviewDisclosure(keeping(), items.written, {
    disclosure: { class: 'partial', grounds: ['6'] },
    reason: '개인정보 포함',
  });
  const order = { archivesId: archives.id, agreement: '협의 2015-1' };
  const path = `/api/records/folders/${folderId}/transfers`;
  const { transferId } = await house.client('munhwa').tell(centre, path, order, transferDone, 'transfer');
  const asked = () => house.client('munhwa').ask(centre, `/api/records/transfers/${transferId}`, outgoingTransfer);
  const built = await until(asked, ({ status }) => status !== 'prepared');
  expect({ status: built.status, findings: built.findings }).not.toMatchObject({ status: 'self-inspection-failed' });
  const bytes = await house.client('munhwa').fetch(centre, `/api/records/transfers/${transferId}/package.zip`);
  return { name: `${transferId}.zip`, bytes };
}

async function contentOf(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await files.get(path)?.open()) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function ermsOf(item: string) {
  const model = readErms(await contentOf(`representations/${item}/data/erms.xml`));
  const [record] = model?.records ?? [];
  if (model === undefined || record === undefined) throw new Error(`no description of ${item}`);
  return { folder: model.folder, record };
}

/** What lies in a folder of the package, relative to it. */
function filesIn(folder: string): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
}

describe('a submission of a folder', () => {
  it('keeps every rule of the profiles', async () => {
    const { valid, findings } = await validatePackage(packed);
    expect(findings.filter(({ level }) => level !== 'MAY')).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is doubted by nobody who has the package alone', async () => {
    const { questions, items: told } = await verifyPackage(packed, noAnchors);
    expect(questions.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
    expect(told.map(({ documentId }) => documentId)).toEqual([
      items.written,
      items.sent,
      items.received,
      items.scanned,
    ]);
  });

  it('holds of each record the document and all that came with it, went out with it and answered it', () => {
    expect(filesIn('representations/item-0001/data/')).toEqual(
      expect.arrayContaining(['document.pdf', `attachments/01-${attachment}`, 'evidence.asice', 'erms.xml']),
    );
    const sent = filesIn('representations/item-0002/data/dispatched/01-mopa/');
    expect(sent.toSorted()).toEqual([
      ...['01-arrive', '02-receive', '03-accept'].flatMap((name) => [
        `acknowledgements/${name}.json`,
        `acknowledgements/${name}.p7s`,
      ]),
      'exchange.asice',
    ]);
    const received = filesIn('representations/item-0003/data/');
    expect(received).toEqual(
      expect.arrayContaining(['document.pdf', 'exchange.asice', 'acknowledgements/01-arrive.json']),
    );
    const scans = filesIn('representations/item-0004/data/');
    expect(scans.toSorted()).toEqual(['digitisation.asice', 'erms.xml', expect.stringMatching(/^scan\./)]);
  });

  it('tells of a record its line, its class as last reviewed with the ground, and its place', async () => {
    const { folder, record } = await ermsOf('item-0001');
    expect(folder).toMatchObject({
      status: 'closed',
      closedOn: '2014-12-31',
      disposal: { retention: 'permanent', start: '2015-01-01' },
    });
    expect(folder.classification.map(({ title }) => title)).toContain('기록물 이관 지도');
    expect(record).toMatchObject({ id: items.written, title: '이관 계획', number: 1, type: 'produced' });
    expect(record.disclosure).toMatchObject({ class: 'partial', grounds: [{ code: '6' }] });
    expect(record.actions.map(({ type, agent }) => [type, agent.name])).toEqual([
      ['drafted', '김도윤'],
      ['approved-by-delegation', '윤재호'],
    ]);
    expect(record.components.map(({ path }) => path)).toContain(`data/attachments/01-${attachment}`);
    const came = (await ermsOf('item-0003')).record;
    expect(came).toMatchObject({ type: 'received', direction: 'incoming', title: 'Re: transfer' });
    const scanned = (await ermsOf('item-0004')).record;
    expect(scanned).toMatchObject({ type: 'scanned', title: '마을 도서관 건의', physicalLocations: ['A-01-3'] });
    expect(scanned.agents.map(({ name }) => name)).toContain('한도윤');
  });

  it('opens what lies sealed in the histories', async () => {
    const opened = readOpened(await contentOf('representations/item-0001/metadata/other/opened.jsonl'));
    const values = opened?.flatMap(({ field, value }) => (field === 'title' || field === 'reason' ? [value] : []));
    expect(values).toEqual(expect.arrayContaining(['이관 계획', '개인정보 포함']));
  });

  it('says by its schemas how every event in it is to be read', async () => {
    const history = readHistory(await contentOf('representations/item-0002/metadata/other/history.jsonl')) ?? [];
    const types = history.map(({ envelope }) => envelope?.type);
    expect(types.at(-1)).toBe('records.HistoryClosed.v1');
    expect(filesIn('schemas/')).toEqual(expect.arrayContaining(types.map((type) => `${type}.schema.json`)));
  });
});
