import {
  type MetsHeader,
  type PackageInput,
  type PackageSource,
  readPackage,
  signaturePath,
  validatePackage,
} from '@sillok/archival-package';
import { about, asked, failed, passed, type Question, worstFirst } from '@sillok/kernel';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { sha256Hex } from '../digest.ts';
import { readTransferReceipt } from '../read-exchange.ts';
import type { Anchors } from './anchors.ts';
import { historyIn } from './package/history-of-item.ts';
import { verifyItem } from './package/item-questions.ts';
import { type SignedMets, verifySignedMets } from './package/mets-signature.ts';
import { digestOfInput, digestsIn, type FilesIn, filesIn, itemFolders } from './package/package-files.ts';
import { signedPairs } from './package/signed-pairs.ts';
import { type PreservedItem, submissionQuestions } from './package/submission-questions.ts';
import type { SignedStatement } from './verify-statement.ts';
import { verifyTransferReceipts } from './verify-transfer-receipt.ts';

export interface PackageVerdict {
  /** Worst first; those of one record begin with its folder. */
  readonly questions: readonly Question[];
  readonly header?: MetsHeader;
  /** What receipts of the submission answer: of this package, or of the one that an archival package was made of. */
  readonly answers?: string;
  /** Of the package as one file. */
  readonly packageDigest?: string;
  readonly items: readonly PreservedItem[];
}

/**
 * A submission (SIP) or an archival package (AIP): structure, seal over its METS, and each record by itself. `beside`
 * are receipts that lie outside; those inside are found. Throws `input-invalid` where the input is no package at all.
 */
export async function verifyPackage(
  input: PackageInput,
  anchors: Anchors,
  beside: readonly SignedStatement[] = [],
): Promise<PackageVerdict> {
  const structure = await structureQuestions(input);
  const packageDigest = await digestOfInput(input);
  const source = await readPackage(input);
  try {
    const verdict = await verifySource(source, { anchors, beside, packageDigest });
    return {
      ...verdict,
      questions: worstFirst([...about('structure', structure), ...verdict.questions]),
      ...(packageDigest === undefined ? {} : { packageDigest }),
    };
  } finally {
    await source.close();
  }
}

interface Asking {
  readonly anchors: Anchors;
  readonly beside: readonly SignedStatement[];
  readonly packageDigest: string | undefined;
}

async function verifySource(source: PackageSource, asking: Asking): Promise<PackageVerdict> {
  const { anchors, beside } = asking;
  const files = filesIn(source, '');
  const own = await verifySignedMets(files, 'METS.xml', anchors, signaturePath);
  const questions: Question[] = [...about('METS.xml', own.questions)];
  const items: PreservedItem[] = [];
  for (const folder of itemFolders(source)) {
    const { questions: asked, documentId } = await verifyItem(filesIn(source, folder), anchors);
    questions.push(...about(folder.slice(0, -1), asked));
    items.push({ folder, documentId, files: await digestsIn(source, folder) });
  }
  if (files.paths.includes('metadata/other/history.jsonl')) {
    const { questions: asked } = await historyIn(files, 'folder', anchors);
    questions.push(...about('history', asked));
  }
  const receipts = inOrder([...beside, ...(await receiptsIn(files))]);
  const sent = await submissionOf(files, own, items, receipts, anchors);
  questions.push(...sent.questions, ...receiptQuestions(receipts, { own, sent, items, asking }));
  return {
    questions,
    items,
    ...(own.header === undefined ? {} : { header: own.header }),
    ...(sent.answers === undefined ? {} : { answers: sent.answers }),
  };
}

/**
 * Every MUST that is not kept, and every file that no METS names: the seal says nothing of it. What else is only
 * recommended says nothing about whether to believe.
 */
async function structureQuestions(input: PackageInput): Promise<readonly Question[]> {
  const { findings, version } = await validatePackage(input);
  const broken = findings.filter(({ level, requirement }) => level === 'MUST' || requirement === unnamed);
  if (broken.length === 0) return [passed(`E-ARK ${version}`, `${findings.length} recommendations not followed`)];
  return broken
    .slice(0, mostFindings)
    .map(({ requirement, path, message }) => failed(`${requirement} ${path}`.trim(), 'FORMAT_FAILURE', message));
}

const mostFindings = 100;
const unnamed = 'SILLOK-FILE-UNREFERENCED';

const submissionMets = 'metadata/other/submission/METS.xml';

/** Of a SIP itself; of an AIP the sender's METS that it keeps, and whether it holds what that one lists. */
async function submissionOf(
  files: FilesIn,
  own: SignedMets,
  items: readonly PreservedItem[],
  receipts: readonly SignedStatement[],
  anchors: Anchors,
): Promise<Pick<SignedMets, 'questions' | 'answers'>> {
  if (own.header?.packageType !== 'AIP') return { ...own, questions: [] };
  const sent = await verifySignedMets(files, submissionMets, anchors);
  const held = sent.mets === undefined ? [] : submissionQuestions(sent.mets, items, decisionIn(receipts));
  return { ...sent, questions: about(submissionMets, [...sent.questions, ...held]) };
}

async function receiptsIn(files: FilesIn): Promise<readonly SignedStatement[]> {
  const folders = new Set(files.paths.flatMap((path) => /^metadata\/other\/(?:[^/]+\/)*/.exec(path)?.[0] ?? []));
  const pairs: SignedStatement[] = [];
  for (const folder of folders) pairs.push(...(await signedPairs(files, folder)));
  return pairs.filter(({ bytes }) => Buffer.from(bytes).includes('"type":"transfer-receipt"'));
}

/** The arrival first; what lies both inside and beside counts once. */
function inOrder(receipts: readonly SignedStatement[]): readonly SignedStatement[] {
  const digests = receipts.map(({ bytes }) => sha256Hex(bytes));
  const once = receipts.filter((_, index) => digests.indexOf(digests[index] ?? '') === index);
  const place = ({ bytes }: SignedStatement) => (readTransferReceipt(bytes)?.kind === 'arrived' ? 0 : 1);
  return once.toSorted((left, right) => place(left) - place(right));
}

function decisionIn(receipts: readonly SignedStatement[]): TransferReceipt | undefined {
  return receipts.flatMap(({ bytes }) => readTransferReceipt(bytes) ?? []).find(({ kind }) => kind !== 'arrived');
}

interface Received {
  readonly own: SignedMets;
  readonly sent: Pick<SignedMets, 'answers'>;
  readonly items: readonly PreservedItem[];
  readonly asking: Asking;
}

function receiptQuestions(
  receipts: readonly SignedStatement[],
  { own, sent, items, asking: { anchors, packageDigest } }: Received,
): readonly Question[] {
  const isArchival = own.header?.packageType === 'AIP';
  const subject = {
    answers: sent.answers,
    items,
    ...(isArchival || packageDigest === undefined ? {} : { packageDigest }),
  };
  const preserved = isArchival ? preservedQuestions(own, packageDigest, decisionIn(receipts)) : [];
  return [...verifyTransferReceipts(receipts, subject, anchors), ...about('receipt', preserved)];
}

/** Whether this is the package that the receipt says was made. */
function preservedQuestions(
  { mets, header }: SignedMets,
  packageDigest: string | undefined,
  decided: TransferReceipt | undefined,
): readonly Question[] {
  const preserved = decided?.preserved;
  if (preserved === undefined) return [];
  const isNamed =
    preserved.packageId === header?.objId &&
    preserved.metsSha256 === sha256Hex(mets ?? '') &&
    (packageDigest === undefined || preserved.sha256 === packageDigest);
  return [asked('names this package', isNamed, 'HASH_FAILURE', 'the receipt names another package')];
}
