import { about, asked, failed, passed, type Question, undecided } from '@sillok/kernel';
import type { ReceivedItem, TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { sha256Hex } from '../digest.ts';
import { readTransferReceipt } from '../read-exchange.ts';
import type { Anchors } from './anchors.ts';
import { sealOver } from './seal-over.ts';
import type { SignedStatement } from './verify-statement.ts';

export interface TransferReceiptVerdict {
  readonly questions: readonly Question[];
  readonly receipt?: TransferReceipt;
}

/** One receipt with its signature: canonical, sealed, stamped by a trusted time, and its counts agreeing with its list. */
export function verifyTransferReceipt(
  { bytes, signature }: Omit<SignedStatement, 'name'>,
  { trust }: Anchors,
): TransferReceiptVerdict {
  const receipt = readTransferReceipt(bytes);
  return {
    questions: [
      asked('canonical', receipt !== undefined, 'FORMAT_FAILURE', 'not the canonical bytes of a receipt'),
      ...sealOver(bytes, signature, trust),
      ...(receipt === undefined ? [] : countQuestions(receipt)),
    ],
    ...(receipt === undefined ? {} : { receipt }),
  };
}

/** What a submission's signed METS is to its receipts: SHA-256 of the METS followed by its signature, in hex. */
export function answersOfSubmission(mets: Uint8Array, signature: Uint8Array): string {
  return sha256Hex(Buffer.concat([mets, signature]));
}

/** A submission as far as it is at hand. */
export interface ReceiptSubject {
  /** Of `answersOfSubmission`; absent where the sender's METS or its signature was not found. */
  readonly answers: string | undefined;
  /** Where the submission itself lies there, as one file. */
  readonly packageDigest?: string;
  /** What is at hand of each record: the files of its folder. */
  readonly items: readonly SubmittedItem[];
}

export interface SubmittedItem {
  readonly documentId: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * All that was said of one submission, in order: each by itself, answering the submission, chained to the one before,
 * all by one archives, and taking over exactly the files that are at hand.
 */
export function verifyTransferReceipts(
  said: readonly SignedStatement[],
  subject: ReceiptSubject,
  anchors: Anchors,
): readonly Question[] {
  const verdicts = said.map((one) => verifyTransferReceipt(one, anchors));
  return said.flatMap((one, index) => {
    const { questions, receipt } = verdicts[index] ?? { questions: [] };
    return about(one.name, [
      ...questions,
      ...(receipt === undefined ? [] : subjectQuestions(receipt, subject)),
      asked('chain', isChained(said, verdicts, index), 'HASH_FAILURE', 'it does not follow the one before'),
    ]);
  });
}

function isChained(
  said: readonly SignedStatement[],
  verdicts: readonly TransferReceiptVerdict[],
  index: number,
): boolean {
  const receipt = verdicts[index]?.receipt;
  const previous = said[index - 1];
  const hasRightKind = (receipt?.kind === 'arrived') === (previous === undefined);
  const opening = verdicts[0]?.receipt;
  return (
    receipt !== undefined &&
    hasRightKind &&
    receipt.previous === (previous === undefined ? null : sha256Hex(previous.bytes)) &&
    receipt.from === opening?.from &&
    receipt.transferId === opening.transferId
  );
}

function countQuestions({ kind, items, counts }: TransferReceipt): readonly Question[] {
  const { offered, accepted, returned } = counts;
  const of = (outcome: ReceivedItem['outcome']) => items.filter((one) => one.outcome === outcome).length;
  const isOnce = new Set(items.map(({ documentId }) => documentId)).size === items.length;
  const isDecided = kind !== 'arrived';
  const agree =
    accepted === of('accepted') &&
    returned === of('returned') &&
    items.length === (isDecided ? offered : 0) &&
    (kind === 'accepted') === accepted > 0;
  const detail = `${offered} offered, ${accepted} accepted, ${returned} returned, ${items.length} listed`;
  return [
    asked('counts', agree, 'FORMAT_FAILURE', detail),
    asked('each record once', isOnce, 'FORMAT_FAILURE', 'a record is listed twice'),
  ];
}

function subjectQuestions(receipt: TransferReceipt, subject: ReceiptSubject): readonly Question[] {
  const { answers, packageDigest } = subject;
  const isSamePackage = packageDigest === receipt.package.sha256;
  return [
    answers === undefined
      ? undecided('answers', 'SIGNED_DATA_NOT_FOUND', 'the submission was not found')
      : asked('answers', receipt.answers === answers, 'HASH_FAILURE', 'it answers another submission'),
    ...(packageDigest === undefined
      ? []
      : [asked('package', isSamePackage, 'HASH_FAILURE', 'another package arrived at the archives')]),
    ...subject.items.flatMap((one) => itemQuestions(receipt, one)),
  ];
}

function itemQuestions(receipt: TransferReceipt, { documentId, files }: SubmittedItem): readonly Question[] {
  if (receipt.kind === 'arrived') return [];
  const question = `files of ${documentId}`;
  const item = receipt.items.find((one) => one.documentId === documentId);
  if (item === undefined) return [failed(question, 'SIG_CONSTRAINTS_FAILURE', 'the receipt does not speak of it')];
  if (item.outcome === 'returned') return [passed(question, 'returned')];
  const here = new Map(files.map(({ path, sha256: digest }) => [path, digest]));
  const other = item.files.find(({ path, sha256: digest }) => here.get(path) !== digest);
  if (other !== undefined) return [failed(question, 'HASH_FAILURE', `${other.path} is another or not here`)];
  const listed = new Set(item.files.map(({ path }) => path));
  const more = isByMets(item) ? undefined : files.find(({ path }) => !listed.has(path));
  return [asked(question, more === undefined, 'HASH_FAILURE', `${more?.path} is not among those taken over`)];
}

/** Of many files a receipt names their METS alone; that it names each of them, the rules of the package ask. */
function isByMets({ files: [first, ...others] }: ReceivedItem): boolean {
  return first?.path === 'METS.xml' && others.length === 0;
}
