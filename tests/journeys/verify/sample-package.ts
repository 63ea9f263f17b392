import { createHash } from 'node:crypto';
import {
  type KeptRepresentation,
  type PackagePlan,
  type PlannedFile,
  type PlannedMetadata,
  type PlannedRepresentation,
  readPackage,
  type WrittenPackage,
  writePackage,
} from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import { howToCheck, writeHistory, writeOpened } from '@sillok/evidence/history';
import { type Anchors, answersOfSubmission, type SignedStatement } from '@sillok/evidence/verifying';
import { canonicalBytes } from '@sillok/kernel';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { signStamped, type TestIdentity } from '@sillok/test-support';
import { metadata, submissionPlan } from '../../conformance/making/package-plans.ts';
import { closedLog, secondDocumentId } from './sample-closed-log.ts';
import { documentId, signedAt } from './sample-evidence.ts';
import { sampleFolder } from './sample-folder.ts';

export type SamplePackages = Awaited<ReturnType<typeof samplePackages>>;

const at = signedAt;

/** A submission of two records, the archival package that was made of the first, and what the archives said. */
export async function samplePackages() {
  const folder = await sampleFolder();
  const archives = folder.who.pki.issue('seal', '3001', '국가기록원장', folder.who.pki.issuing);
  const sign = (who: TestIdentity) => (bytes: Uint8Array) =>
    signStamped(folder.who.pki, who, createHash('sha256').update(bytes).digest(), at);
  const log = await closedLog(folder);
  const submission = await writePackage(
    sipPlan([
      item('item-0001', log.record(documentId), folder.files),
      item('item-0002', log.record(secondDocumentId), {}),
    ]),
    { sign: sign(folder.who.pki.seal) },
  );
  const kept = await keptFrom(submission, 'item-0001');
  const preserved = await writePackage(aipPlan([kept], submission), { sign: sign(archives) });
  const receipts = await receiptsOf(submission, preserved, kept, sign(archives));
  const anchors: Anchors = { trust: folder.anchors.trust, witnesses: folder.anchors.witnesses };
  return {
    submission,
    preserved,
    receipts,
    anchors,
    folder,
    verifierKey: folder.signers[0]?.verifierKey ?? '',
    /** The proofs of the first record, by the ids of the events. */
    proofs: log.record(documentId).proofs,
    sign: sign(archives),
  };
}

type History = ReturnType<Awaited<ReturnType<typeof closedLog>>['record']>;

function item(
  name: string,
  history: History,
  files: Readonly<Record<string, Uint8Array | string>>,
): PlannedRepresentation {
  const [one] = submissionPlan().representations;
  if (one === undefined || 'kept' in one) throw new RangeError('the plan has no representation');
  const data: PlannedFile[] = [
    planned('data/erms.xml', 'application/xml', `<erms xmlns="https://DILCIS.eu/XML/ERMS"><!-- ${name} --></erms>\n`),
    planned('data/attachments/01-위치도 (개정) & 50%.txt', 'text/plain', 'map\n'),
    ...(files['document.pdf'] === undefined ? [planned('data/scan.png', 'image/png', 'PNG')] : []),
    ...['document.pdf', 'evidence.asice'].flatMap((path) =>
      files[path] === undefined ? [] : [planned(`data/${path}`, mediaTypes[path] ?? '', files[path])],
    ),
  ];
  return { ...one, name, label: name, data, other: historyFiles(history) };
}

const mediaTypes: Readonly<Record<string, string>> = {
  'document.pdf': 'application/pdf',
  'evidence.asice': 'application/vnd.etsi.asic-e+zip',
};

function historyFiles({ lines, opened, proofs }: History): readonly PlannedMetadata[] {
  return [
    metadata('metadata/other/history.jsonl', 'OTHER', writeHistory(lines), 'SILLOK-HISTORY'),
    ...(opened.length === 0
      ? []
      : [metadata('metadata/other/opened.jsonl', 'OTHER', writeOpened(opened), 'SILLOK-OPENED')]),
    ...[...proofs].map(([id, proof]) =>
      metadata(`metadata/other/proofs/${id}.tlog-proof`, 'OTHER', proof, 'C2SP-TLOG-PROOF'),
    ),
  ];
}

function planned(path: string, mediaType: string, content: string | Uint8Array): PlannedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, mediaType, createdAt: at, content: () => bytes };
}

function sipPlan(representations: PackagePlan['representations']): PackagePlan {
  return {
    ...submissionPlan(),
    packageId: 'transfer-0001',
    documentation: [page('transfer-0001')],
    other: [],
    representations,
  };
}

function page(packageId: string): PlannedFile {
  const names = { label: 'Road permits & others', sender: 'Ministry of Roads', archives: 'National Archives' };
  return planned('documentation/how-to-check.html', 'text/html', howToCheck({ packageId, ...names }));
}

function aipPlan(
  representations: PackagePlan['representations'],
  { rootMets, signature }: WrittenPackage,
): PackagePlan {
  const plan = submissionPlan();
  return {
    ...plan,
    kind: 'AIP',
    packageId: 'archival-0001',
    submitter: plan.preservation,
    documentation: [page('archival-0001')],
    other: [
      metadata('metadata/other/submission/METS.xml', 'OTHER', rootMets, 'SUBMISSION-METS'),
      metadata('metadata/other/submission/METS.xml.p7s', 'OTHER', signature, 'SUBMISSION-SIGNATURE'),
    ],
    representations,
  };
}

/** A representation as it lies in a package, byte for byte. */
async function keptFrom({ bytes }: WrittenPackage, name: string): Promise<KeptRepresentation> {
  const folder = `representations/${name}/`;
  const source = await readPackage({ name: 'transfer-0001.zip', bytes });
  const kept: PlannedFile[] = [];
  for (const [path, file] of source.files) {
    if (!path.startsWith(folder)) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await file.open()) chunks.push(chunk);
    kept.push(planned(path.slice(folder.length), 'application/octet-stream', Buffer.concat(chunks)));
  }
  await source.close();
  return { name, label: name, contentInformationType: 'citserms_v3_0', kept };
}

type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

async function receiptsOf(
  submission: WrittenPackage,
  preserved: WrittenPackage,
  { kept }: KeptRepresentation,
  sign: Sign,
): Promise<readonly SignedStatement[]> {
  const arrived = await signed('01-arrived.json', arrival(submission), sign);
  const files = kept.map(({ path, content }) => ({ path, sha256: sha256Hex(bytesIn(content())) }));
  const accepted: TransferReceipt = {
    ...arrival(submission),
    kind: 'accepted',
    previous: sha256Hex(arrived.bytes),
    accession: 'NA/2026/17',
    preserved: {
      packageId: 'archival-0001',
      sha256: sha256Hex(preserved.bytes),
      metsSha256: sha256Hex(preserved.rootMets),
    },
    items: [
      { documentId, outcome: 'accepted', codes: [], files },
      { documentId: secondDocumentId, outcome: 'returned', codes: ['FORMAT-UNKNOWN'], files: [] },
    ],
    counts: { offered: 2, accepted: 1, returned: 1 },
  };
  return [arrived, await signed('02-accepted.json', accepted, sign)];
}

function bytesIn(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  throw new TypeError('the file is not at hand');
}

function arrival({ rootMets, signature, bytes }: WrittenPackage): TransferReceipt {
  return {
    type: 'transfer-receipt',
    version: 1,
    kind: 'arrived',
    from: '1741050',
    to: '1613000',
    transferId: 'transfer-0001',
    answers: answersOfSubmission(rootMets, signature),
    previous: null,
    package: { sha256: sha256Hex(bytes), bytes: bytes.length },
    items: [],
    counts: { offered: 2, accepted: 0, returned: 0 },
    at,
    checkpoint: null,
  };
}

export async function signed(name: string, receipt: TransferReceipt, sign: Sign): Promise<SignedStatement> {
  const bytes = canonicalBytes(receipt);
  return { name, bytes, signature: await sign(bytes) };
}
