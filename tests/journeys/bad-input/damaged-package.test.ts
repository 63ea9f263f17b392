import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { inspectionReport, submissionAnswer, submissionDone } from '@sillok/schemas/api/archive/submission';
import { outgoingTransfer } from '@sillok/schemas/api/records/transfer';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { archivesOf } from '../../../infra/sillok/src/life/live-transfer.ts';
import { type RawZipEntry, rawZip } from '../../../libs/archival-package/src/testing/raw-zip.ts';
import { forgedEntries, type SubmissionForgery } from '../support/forged-submission.ts';
import { type House, openHouse, until } from '../support/house.ts';
import { expectRefused, posting } from '../support/refused.ts';
import { centre, sentFolder } from '../support/sent-folder.ts';

const titles = ['영', '일', '이', '삼', '사', '오', '육', '칠', '구', '온전한 문서'];
const whole = titles.length - 1;

let house: House;
let sent: Awaited<ReturnType<typeof sentFolder>>;

beforeAll(async () => {
  house = await openHouse();
  sent = await sentFolder(house, titles);
}, 90_000);
afterAll(() => house.leave());

const client = () => archivesOf(house.country).client;
const archivist = () => archivesOf(house.country).archivist;
const text = (value: string) => new TextEncoder().encode(value);
const item = (index: number) => `representations/item-${String(index + 1).padStart(4, '0')}`;
const pathOf = (transferId: string) => `/api/archive/submissions/${transferId}`;
const submission = (transferId: string) => client().ask(archivist(), pathOf(transferId), submissionAnswer);

/** Brings a package of our own making and waits until it was inspected. */
async function inspected(forgery: SubmissionForgery, more: (root: string) => readonly RawZipEntry[] = () => []) {
  const transferId = randomUUID();
  const entries = await forgedEntries(house.country, sent.bytes, { transferId, ...forgery });
  const bytes = rawZip([...entries, ...more(transferId)]);
  const { status, body } = await house.person(archivist()).post('/api/archive/submissions', new Uint8Array(bytes));
  expect(status, JSON.stringify(body)).toBe(200);
  const { items, packageCodes } = await until(
    () => submission(transferId),
    (one) => one.status === 'inspected',
  );
  const { findings } = await client().ask(archivist(), `${pathOf(transferId)}/report`, inspectionReport);
  return { transferId, items, packageCodes, findings };
}

const lockedPdf = text(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF\n',
);

const lockedZip = rawZip([{ name: 'a.txt', content: text('twelve + one.'), statedSize: 1, flags: 0x0801 }]);

/** One damage for each record but the last. */
const damages: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array | undefined])[] = [
  ['data/document.pdf', () => new Uint8Array()],
  ['data/document.pdf', () => undefined],
  ['data/evidence.asice', (bytes) => bytes],
  ['data/document.pdf', () => text('another text under this name')],
  ['data/document.pdf', (bytes) => Uint8Array.from(bytes, (byte, at) => (at === 900 ? byte ^ 1 : byte))],
  ['data/document.pdf', () => lockedPdf],
  [
    'metadata/other/history.jsonl',
    (bytes) => text(new TextDecoder().decode(bytes).replace('"revision":0', '"revision":9')),
  ],
  ['data/erms.xml', (bytes) => text(new TextDecoder().decode(bytes).replace('칠', '팔'))],
  ['data/document.pdf', () => swapped],
];

let swapped: Uint8Array | undefined;

const damage: SubmissionForgery = {
  file: (path, bytes) => {
    if (path === `${item(0)}/data/document.pdf`) swapped = bytes;
    const index = damages.findIndex(([name], at) => path === `${item(at)}/${name}`);
    return index < 0 ? bytes : damages[index]?.[1](bytes);
  },
  beside: { [`${item(2)}/data/extra.txt`]: text('nobody named me'), [`${item(2)}/data/locked.zip`]: lockedZip },
};

describe('a package of records that were damaged on the way, each in another way', () => {
  let found: Awaited<ReturnType<typeof inspected>>;
  beforeAll(async () => {
    found = await inspected(damage);
  }, 30_000);

  it('row 49: is inspected in one pass, which names the damage of each record and bars it, and no other', () => {
    expect(found.packageCodes).toEqual([]);
    const codes = found.items.map((one) => one.codes);
    expect(codes).toEqual([
      expect.arrayContaining(['SILLOK-FILE-EMPTY']),
      expect.arrayContaining(['CSIP79', 'evidence-failed']),
      expect.arrayContaining(['SILLOK-FILE-UNREFERENCED', 'file-encrypted']),
      expect.arrayContaining(['format-unlike-its-name', 'CSIP71']),
      expect.arrayContaining(['CSIP71']),
      expect.arrayContaining(['file-encrypted']),
      expect.arrayContaining(['history-failed']),
      expect.arrayContaining(['metadata-disagrees']),
      expect.arrayContaining(['CSIP71', 'evidence-failed']),
      [],
    ]);
    expect(found.items.map(({ blocking }) => blocking)).toEqual(titles.map((_, at) => at !== whole));
  });
  it('is not accepted but for what is whole, and goes back with reasons', async () => {
    const { transferId } = found;
    const decide = (order: object) => posting(house.person(archivist()), `${pathOf(transferId)}/decision`, order);
    const accepted = sent.documents.map((documentId) => ({ documentId, outcome: 'accepted' }));
    const blocked = { code: 'submission-item-blocked', field: 'items', status: 422 } as const;
    await expectRefused(house, blocked, decide({ items: accepted }));
    for (const one of sent.documents.slice(0, whole)) {
      const items = found.items.map(({ documentId, codes }) =>
        documentId === one
          ? { documentId, outcome: 'accepted' }
          : { documentId, outcome: 'returned', codes: codes.slice(0, 5), reason: '손상' },
      );
      await expectRefused(house, blocked, decide({ items }));
    }
    const items = found.items.map(({ documentId, blocking, codes }) =>
      blocking ? { documentId, outcome: 'returned', codes, reason: '손상' } : { documentId, outcome: 'accepted' },
    );
    await client().tell(archivist(), `${pathOf(transferId)}/decision`, { items }, submissionDone, 'damaged');
    const { decision } = await submission(transferId);
    const { head } = archivesOf(house.country);
    await client().tell(head, `${pathOf(transferId)}/confirmation`, { decision }, submissionDone, 'confirmed');
    const over = await until(
      () => submission(transferId),
      ({ status }) => status === 'preserved',
    );
    expect(over.items.map(({ outcome }) => outcome)).toEqual(
      titles.map((_, at) => (at === whole ? 'accepted' : 'returned')),
    );
  });

  it('leaves with its sender all that was sent', async () => {
    const munhwa = house.client('munhwa');
    const transfer = await munhwa.ask(centre, `/api/records/transfers/${sent.transferId}`, outgoingTransfer);
    expect(transfer.status).toBe('arrived');
    for (const one of sent.documents) {
      const copy = await munhwa.fetch(centre, `/api/records/records/${one}/document.pdf`);
      expect(Buffer.from(copy).toString('latin1', 0, 5)).toBe('%PDF-');
    }
  });
});

describe('a package whose container lies is barred as a whole or in the record that it is about', () => {
  const zeros = new Uint8Array(64 * 1024 * 1024);
  const at = (root: string, name: string, more: Partial<RawZipEntry> = {}) => [
    { name: `${root}/${name}`, content: text('x'), ...more },
  ];

  it.each<[string, string, (root: string) => readonly RawZipEntry[]]>([
    ['a name that climbs', 'SILLOK-NAME-CLIMBS', (root) => at(root, '../../etc/cron.d/x')],
    ['a name from the root', 'SILLOK-NAME-CLIMBS', () => at('', 'etc/cron.d/x')],
    ['a name of Windows', 'SILLOK-NAME-CLIMBS', (root) => at(root, '..\\..\\x')],
    ['a link', 'SILLOK-ENTRY-LINK', (root) => at(root, `${item(0)}/data/link`, { mode: 0o120777 })],
    [
      'an encrypted entry',
      'SILLOK-ENTRY-ENCRYPTED',
      (root) => at(root, `${item(0)}/data/secret`, { content: text('twelve + one.'), statedSize: 1, flags: 0x0801 }),
    ],
    ['two entries of one name', 'SILLOK-NAME-DUPLICATE', (root) => at(root, 'METS.xml')],
    [
      'twins of one name in two ways of writing',
      'SILLOK-NAME-TWIN',
      (root) => ['계획.txt', '계획.txt'.normalize('NFD')].flatMap((name) => at(root, `${item(0)}/data/${name}`)),
    ],
    [
      'a zip bomb',
      'SILLOK-LIMIT-RATIO',
      (root) =>
        at(root, `${item(0)}/data/zeros.bin`, {
          content: deflateRawSync(zeros),
          statedSize: zeros.length,
          method: 8,
        }),
    ],
  ])(
    '%s',
    async (_, code, entries) => {
      const { items, packageCodes, findings } = await inspected({}, entries);
      expect(findings.find((one) => one.code === code)).toMatchObject({ blocking: true });
      expect([...packageCodes, ...items.flatMap(({ codes }) => codes)]).toContain(code);
      expect(items[0]?.blocking).toBe(true);
    },
    20_000,
  );
});

test('a METS that omits a file of the package bars it', async () => {
  const reference = /<mdRef [^>]*href="metadata\/other\/checkpoint"[^>]*\/>/;
  const mets = (text: string) => {
    expect(text).toMatch(reference);
    return text.replace(reference, '');
  };
  const { packageCodes, items } = await inspected({ mets });
  expect(packageCodes).toContain('SILLOK-FILE-UNREFERENCED');
  expect(items.map(({ blocking }) => blocking)).toEqual(items.map(() => true));
});

test('what comes again under the same METS, its files changed on the way, changes nothing of what is here', async () => {
  const bytes = rawZip([...(await forgedEntries(house.country, sent.bytes, damage))]);
  const before = await submission(sent.transferId);
  const refused = { code: 'submission-differs', field: 'transferId', status: 409 } as const;
  const swapped = await forgedEntries(house.country, sent.bytes, { ...damage, mets: (mets) => `${mets}\n` });
  await expectRefused(
    house,
    refused,
    posting(house.person(archivist()), '/api/archive/submissions', new Uint8Array(rawZip(swapped))),
  );
  expect((await house.person(archivist()).post('/api/archive/submissions', new Uint8Array(bytes))).status).toBe(200);
  expect(await submission(sent.transferId)).toEqual(before);
});
