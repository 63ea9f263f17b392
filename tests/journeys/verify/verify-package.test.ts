import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '@sillok/archival-package';
import { type SignedStatement, verifyPackage, verifyTransferReceipt } from '@sillok/evidence/verifying';
import { type Question, worstOf } from '@sillok/kernel';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPath } from '../../../infra/sillok/src/verify/verify-path.ts';
import { writeFiles } from './sample-folder.ts';
import { type SamplePackages, samplePackages, signed } from './sample-package.ts';

let sample: SamplePackages;
const folders: string[] = [];
beforeAll(async () => {
  sample = await samplePackages();
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

type Kind = 'submission' | 'preserved';
type Change = (bytes: Buffer) => Buffer | undefined;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-package-'));
  folders.push(folder);
  return folder;
}

/** The package unpacked, in which one file is another, gone or new. */
async function unpacked(kind: Kind, path?: string, change: Change = (bytes) => bytes): Promise<string> {
  const source = await readPackage({ name: 'a.zip', bytes: sample[kind].bytes });
  const root = join(await newFolder(), source.rootName);
  const files: Record<string, Uint8Array> = {};
  for (const [name, file] of source.files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await file.open()) chunks.push(chunk);
    files[name] = Buffer.concat(chunks);
  }
  await source.close();
  await writeFiles(root, files);
  if (path === undefined) return root;
  const file = join(root, path);
  const changed = change(existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
  if (changed === undefined) rmSync(file, { recursive: true });
  else writeFileSync(file, changed);
  return root;
}

function failures(questions: readonly Question[]): readonly string[] {
  return questions.filter(({ verdict }) => verdict === 'failed').map(({ question }) => question);
}

async function failuresOf(kind: Kind, path: string, change: Change): Promise<readonly string[]> {
  const { questions } = await verifyPackage(await unpacked(kind, path, change), sample.anchors, sample.receipts);
  return failures(questions);
}

const flip: Change = (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)));
const item = 'representations/item-0001';
const history = `${item}/metadata/other/history.jsonl`;
const opened = `${item}/metadata/other/opened.jsonl`;
const proof = `${item}/metadata/other/proofs/event-0002.tlog-proof`;

describe('a submission and the archival package made of it', () => {
  it.each(['submission', 'preserved'] as const)(
    'pass as they were sealed, the %s as zip and as folder',
    async (kind) => {
      for (const input of [{ name: `${kind}.zip`, bytes: sample[kind].bytes }, await unpacked(kind)]) {
        const { questions, answers } = await verifyPackage(input, sample.anchors, sample.receipts);
        expect(questions.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
        expect(answers).toMatch(/^[0-9a-f]{64}$/);
      }
    },
  );

  it('tell who sealed them', async () => {
    const { questions } = await verifyPackage(await unpacked('preserved'), sample.anchors);
    const sealed = questions.filter(({ question }) => question.endsWith('METS.xml: sealed by'));
    expect(sealed.map(({ detail }) => detail)).toEqual(['국가기록원장, 3001', '행정안전부장관, 1002']);
  });

  it('show nothing where nothing is trusted, and leave open why a record is not here', async () => {
    const untrusted = { trust: { roots: [], crls: [], ocsp: [] }, witnesses: [] };
    const { questions } = await verifyPackage(await unpacked('submission'), untrusted);
    expect(questions[0]?.verdict).toBe('indeterminate');
    const [open, ...more] = (await verifyPackage(await unpacked('preserved'), sample.anchors)).questions.filter(
      ({ verdict }) => verdict !== 'passed',
    );
    expect(more).toEqual([]);
    expect(open?.question).toBe(
      'metadata/other/submission/METS.xml: representations: representations/item-0002/METS.xml',
    );
  });

  it.each<[string, Kind, string, Change, string]>([
    ['a changed file', 'submission', `${item}/data/erms.xml`, flip, `structure: CSIP71 ${item}/METS.xml`],
    [
      'a file that is gone',
      'submission',
      `${item}/data/erms.xml`,
      () => undefined,
      `structure: CSIP79 ${item}/METS.xml`,
    ],
    [
      'a file that no METS names',
      'preserved',
      `${item}/data/beside.txt`,
      () => Buffer.from('nobody vouches for me'),
      `structure: SILLOK-FILE-UNREFERENCED ${item}/data/beside.txt`,
    ],
    ['a changed METS', 'preserved', 'METS.xml', flip, 'METS.xml: message-digest'],
    ['a changed seal', 'preserved', 'signature/metadata/METS.xml.p7s', (all) => all.subarray(1), 'METS.xml: form'],
    [
      "the sender's METS changed",
      'preserved',
      'metadata/other/submission/METS.xml',
      flip,
      'metadata/other/submission/METS.xml: message-digest',
    ],
    [
      'another representation METS',
      'preserved',
      `${item}/METS.xml`,
      (all) => Buffer.concat([all, Buffer.from('\n')]),
      `metadata/other/submission/METS.xml: representations: ${item}/METS.xml`,
    ],
    [
      'a changed document',
      'submission',
      `${item}/data/document.pdf`,
      (all) => Buffer.concat([all, Buffer.from(' ')]),
      `${item}: data/evidence.asice: one document`,
    ],
    [
      'changed evidence',
      'submission',
      `${item}/data/evidence.asice`,
      flip,
      `${item}: data/evidence.asice: one document`,
    ],
    [
      'an event that was left out',
      'submission',
      history,
      (all) => all.subarray(all.indexOf(10) + 1),
      `${item}: history: nothing left out: event event-0002`,
    ],
    [
      'an event that was changed',
      'submission',
      history,
      (all) => Buffer.from(all.toString().replace('DocumentApproved', 'DocumentReturned')),
      `${item}: history: event event-0003 at line 2: inclusion`,
    ],
    [
      'a proof of another event',
      'submission',
      proof,
      () => readProof('event-0003'),
      `${item}: history: event event-0002 at line 1: inclusion`,
    ],
    [
      'another value',
      'submission',
      opened,
      (all) => Buffer.from(all.toString().replace('제목', '제몫')),
      `${item}: history: opened values: line 1`,
    ],
  ])('fail for %s', async (_, kind, path, change, question) => {
    expect(await failuresOf(kind, path, change)).toContain(question);
  });

  it('fail for the history of another record', async () => {
    const other = readFileSync(
      join(await unpacked('submission'), 'representations/item-0002/metadata/other/history.jsonl'),
    );
    const found = await failuresOf('submission', history, () => other);
    expect(found).toContain(`${item}: data/evidence.asice: of this record`);
    expect(found).toContain(`${item}: data/evidence.asice: proof/registered.tlog-proof: in the history`);
  });
});

function readProof(id: string): Buffer {
  const text = sample.proofs.get(id);
  if (text === undefined) throw new RangeError(`there is no proof of ${id}`);
  return Buffer.from(text);
}

describe('receipts of the archives', () => {
  async function asked(change: (said: TransferReceipt) => TransferReceipt, index = 1): Promise<readonly string[]> {
    const all = await Promise.all(
      sample.receipts.map(async (one, at): Promise<SignedStatement> => {
        if (at !== index) return one;
        return signed(one.name, change(JSON.parse(Buffer.from(one.bytes).toString())), sample.sign);
      }),
    );
    const { questions } = await verifyPackage({ name: 'a.zip', bytes: sample.submission.bytes }, sample.anchors, all);
    const made = await verifyPackage({ name: 'b.zip', bytes: sample.preserved.bytes }, sample.anchors, all);
    return [...new Set([...failures(questions), ...failures(made.questions)])];
  }
  const digest = 'f'.repeat(64);
  const first = (said: TransferReceipt) => said.items[0]?.files ?? [];

  it.each<[string, (said: TransferReceipt) => TransferReceipt, string]>([
    ['another submission', (said) => ({ ...said, answers: digest }), 'answers'],
    ['another package', (said) => ({ ...said, package: { ...said.package, sha256: digest } }), 'package'],
    ['another receipt before it', (said) => ({ ...said, previous: digest }), 'chain'],
    ['another archives', (said) => ({ ...said, from: '1741051' }), 'chain'],
    ['other counts', (said) => ({ ...said, counts: { ...said.counts, offered: 3 } }), 'counts'],
    ['a record twice', (said) => ({ ...said, items: [...said.items, ...said.items] }), 'each record once'],
    [
      'no word of a record',
      (said) => ({
        ...said,
        items: said.items.slice(1),
        counts: { offered: 1, accepted: 0, returned: 1 },
        kind: 'returned',
      }),
      'files of document-0000001',
    ],
    [
      'another file',
      (said) =>
        withFiles(
          said,
          first(said).map((one, at) => (at === 0 ? { ...one, sha256: digest } : one)),
        ),
      'files of document-0000001',
    ],
    ['a file less', (said) => withFiles(said, first(said).slice(1)), 'files of document-0000001'],
    [
      'a file more',
      (said) => withFiles(said, [...first(said), { path: 'data/more.txt', sha256: digest }]),
      'files of document-0000001',
    ],
  ])('fail that speak of %s', async (_, change, question) => {
    expect(await asked(change)).toContain(`02-accepted.json: ${question}`);
  });

  it('fail that name another archival package, and where the arrival is another than was answered', async () => {
    const preserved = { packageId: 'archival-0001', sha256: digest, metsSha256: digest };
    expect(await asked((said) => ({ ...said, preserved }))).toEqual(['receipt: names this package']);
    expect(await asked((said) => ({ ...said, at: '2016-05-04T03:02:02.000Z' }), 0)).toEqual([
      '02-accepted.json: chain',
    ]);
  });

  it('are never passed with a flipped bit', () => {
    const [arrived] = sample.receipts;
    if (arrived === undefined) throw new RangeError('there is no receipt');
    for (const part of ['bytes', 'signature'] as const) {
      for (let at = 0; at < arrived[part].length; at += 29) {
        const changed = Uint8Array.from(arrived[part]);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        const { questions } = verifyTransferReceipt({ ...arrived, [part]: changed }, sample.anchors);
        expect(worstOf(questions), `${part} at ${at}`).not.toBe('passed');
      }
    }
  });

  it('fail that are not as they were sealed', async () => {
    const spaced = sample.receipts.map((one) => ({ ...one, bytes: Buffer.concat([one.bytes, Buffer.from(' ')]) }));
    const { questions } = await verifyPackage(await unpacked('submission'), sample.anchors, spaced);
    expect(failures(questions)).toContain('01-arrived.json: canonical');
  });
});

function withFiles(said: TransferReceipt, files: TransferReceipt['items'][number]['files']): TransferReceipt {
  return { ...said, items: said.items.map((one, at) => (at === 0 ? { ...one, files } : one)) };
}

describe('sillok verify', () => {
  async function life(): Promise<string> {
    const folder = await newFolder();
    const { files } = sample.folder;
    const receipts = sample.receipts.flatMap(({ name, bytes, signature }) => [
      [`receipt/${name}`, bytes],
      [`receipt/${name.replace('json', 'p7s')}`, signature],
    ]);
    await writeFiles(folder, {
      ...files,
      'sip/transfer-0001.zip': sample.submission.bytes,
      'aip/NA-2026-17.zip': sample.preserved.bytes,
      ...Object.fromEntries(receipts),
    });
    return folder;
  }

  it('takes packages and receipts alone and within a folder', async () => {
    const folder = await life();
    const report = await verifyPath(folder, sample.folder.anchors);
    expect(report.questions.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    expect(report.artifacts?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['sip/transfer-0001.zip', 'aip/NA-2026-17.zip', 'receipt/01-arrived.json']),
    );
    const alone = (path: string) => verifyPath(join(folder, path), sample.folder.anchors);
    expect(await alone('sip/transfer-0001.zip')).toMatchObject({ kind: 'package', verdict: 'passed' });
    expect(await alone('receipt/02-accepted.json')).toMatchObject({ kind: 'transfer-receipt', verdict: 'passed' });
    expect(await alone('receipt/02-accepted.p7s')).toMatchObject({ kind: 'transfer-receipt', verdict: 'passed' });
    expect(await verifyPath(await unpacked('submission'), sample.anchors)).toMatchObject({ kind: 'package' });
  });

  it('finds the receipt and the archival package of another submission', async () => {
    const other = await samplePackages();
    const folder = await life();
    writeFileSync(join(folder, 'aip/NA-2026-17.zip'), other.preserved.bytes);
    const { questions, artifacts } = await verifyPath(folder, sample.folder.anchors);
    expect(failures(questions)).toContain('agreement: aip/NA-2026-17.zip is made of the submission');
    expect(failures(questions)).toContain('receipt/02-accepted.json: answers');
    expect(artifacts?.find(({ path }) => path === 'receipt/02-accepted.json')?.verdict).toBe('failed');
  });

  it('finds that the document beside them was not handed over', async () => {
    const folder = await life();
    const other = join(folder, 'statements/02-approved.json');
    writeFileSync(other, readFileSync(other, 'utf8').replace('document-0000001', 'document-0000009'));
    const { questions } = await verifyPath(folder, sample.folder.anchors);
    expect(failures(questions)).toContain('agreement: the document was handed over');
  });
});
