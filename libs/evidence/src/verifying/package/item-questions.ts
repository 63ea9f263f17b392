import { type ContainerFile, readAsic } from '@sillok/exchange-container';
import { about, asked, hasCode, type Question, undecided } from '@sillok/kernel';
import { readStatement } from '../../read-statement.ts';
import type { Anchors } from '../anchors.ts';
import { isSame } from '../exact-bytes.ts';
import { verifyDigitisation } from '../verify-digitisation.ts';
import { fileNamed, statementsIn, verifyEvidence } from '../verify-evidence.ts';
import { indexOfProof, verifyLogProof } from '../verify-log-proof.ts';
import { verifySealedPdf } from '../verify-sealed-pdf.ts';
import { exchangeQuestions } from './exchanged.ts';
import { historyIn, type ItemHistory } from './history-of-item.ts';
import type { FilesIn } from './package-files.ts';

export interface ItemVerdict {
  readonly questions: readonly Question[];
  /** As the history says; empty where it doesn't. */
  readonly documentId: string;
}

/** One record of a package: its document, what proves it, what was exchanged, its history, and that all are of one. */
export async function verifyItem(files: FilesIn, anchors: Anchors): Promise<ItemVerdict> {
  const history = await historyIn(files, 'record', anchors);
  return {
    questions: [
      ...(await documentQuestions(files, anchors)),
      ...(await evidenceQuestions(files, history, anchors)),
      ...(await receivedQuestions(files)),
      ...(await scanQuestions(files, history, anchors)),
      ...(await exchangeQuestions(files, history, anchors)),
      ...about('history', history.questions),
    ],
    documentId: history.documentId ?? '',
  };
}

async function documentQuestions(files: FilesIn, anchors: Anchors): Promise<readonly Question[]> {
  const pdf = await files.read(document);
  if (pdf !== undefined) return about(document, verifySealedPdf(pdf, anchors).questions);
  const isScanned = files.paths.some((path) => scan.test(path));
  return isScanned
    ? []
    : [undecided('document: present', 'SIGNED_DATA_NOT_FOUND', 'there is neither document nor scan')];
}

const document = 'data/document.pdf';
const scan = /^data\/scan\.[a-z]+$/;

async function evidenceQuestions(files: FilesIn, history: ItemHistory, anchors: Anchors): Promise<readonly Question[]> {
  const container = await files.read('data/evidence.asice');
  if (container === undefined) return [];
  const { questions, files: held } = await verifyEvidence(container, anchors);
  const records = statementsIn(held).map(({ bytes }) => readStatement(bytes)?.case);
  const isOurs = records.every((one) => one === history.documentId);
  return about('data/evidence.asice', [
    ...questions,
    await sameDocument(files, held),
    asked('of this record', isOurs, 'SIG_CONSTRAINTS_FAILURE', 'its statements are about another record'),
    ...held.filter(({ name }) => name.endsWith('.tlog-proof')).map((one) => toldQuestion(one, history, anchors)),
  ]);
}

/** The event that a container proves without holding it stands in the history. */
function toldQuestion({ name, bytes }: ContainerFile, { events }: ItemHistory, anchors: Anchors): Question {
  const event = events.find(({ index }) => index !== undefined && index === indexOfProof(bytes));
  const { questions } = verifyLogProof(bytes, { event: event?.line }, anchors);
  const isTold = questions.some(({ question, verdict }) => question === 'inclusion' && verdict === 'passed');
  return asked(`${name}: in the history`, isTold, 'HASH_FAILURE', 'the event that it proves is not in the history');
}

/** What lies beside a received message is what came in it. */
async function receivedQuestions(files: FilesIn): Promise<readonly Question[]> {
  const message = await files.read('data/exchange.asice');
  if (message === undefined) return [];
  const held = await filesOf(message);
  return about('data/exchange.asice', [await sameDocument(files, held), await sameAttachments(files, held)]);
}

async function sameDocument(files: FilesIn, held: readonly ContainerFile[]): Promise<Question> {
  const [beside, inside] = [await files.read(document), fileNamed('document.pdf', held)];
  const isOne = beside !== undefined && inside !== undefined && isSame(beside, inside);
  return asked('one document', isOne, 'HASH_FAILURE', 'the document beside it is another');
}

async function sameAttachments(files: FilesIn, held: readonly ContainerFile[]): Promise<Question> {
  const inside = held.filter(({ name }) => name.startsWith('attachments/')).map(({ bytes }) => bytes);
  const paths = files.paths.filter((path) => path.startsWith('data/attachments/'));
  const beside = await Promise.all(paths.map((path) => files.read(path)));
  const isOne =
    inside.length === beside.length && inside.every((one) => beside.some((other) => other && isSame(one, other)));
  return asked('its attachments', isOne, 'HASH_FAILURE', 'the attachments beside it are others');
}

async function scanQuestions(files: FilesIn, history: ItemHistory, anchors: Anchors): Promise<readonly Question[]> {
  const container = await files.read('data/digitisation.asice');
  if (container === undefined) return [];
  const { questions, digitisation, scan: inside } = await verifyDigitisation(container, anchors);
  const path = files.paths.find((one) => scan.test(one));
  const beside = path === undefined ? undefined : await files.read(path);
  const isOne = beside !== undefined && inside !== undefined && isSame(beside, inside);
  const isOurs = digitisation?.documentId === history.documentId;
  return about('data/digitisation.asice', [
    ...questions,
    asked('one scan', isOne, 'HASH_FAILURE', 'the scan beside it is another'),
    asked('of this record', isOurs, 'SIG_CONSTRAINTS_FAILURE', 'it is about another record'),
  ]);
}

async function filesOf(container: Uint8Array): Promise<readonly ContainerFile[]> {
  try {
    return (await readAsic(container)).files;
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return [];
    throw error;
  }
}
