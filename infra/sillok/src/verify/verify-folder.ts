import { readStatement } from '@sillok/evidence';
import {
  type Anchors,
  fileNamed,
  isSame,
  statementsIn,
  verifyDocument,
  verifyEvidence,
  verifyLog,
} from '@sillok/evidence/verifying';
import { about, type Question, undecided, worstFirst, worstOf } from '@sillok/kernel';
import { containerAgreement } from './container-agreement.ts';
import { eventsAgreement } from './events-agreement.ts';
import { exchangeQuestions } from './exchange-agreement.ts';
import { wrongUse } from './input-file.ts';
import { logAgreement } from './log-agreement.ts';
import { artifactKindOf, type FolderFile, type FolderFiles, readFolder } from './read-folder.ts';
import { type Artifact, type Report, reportOf } from './report.ts';
import { isPaperFolder, questionsOfPaperFolder } from './verify-paper-folder.ts';
import { verifySummary } from './verify-summary.ts';
import { type TransferVerdict, verifyTransfer } from './verify-transfer.ts';

/** A whole exported folder: each artifact by itself, and whether all of them tell of one document in one log. */
export async function verifyFolder(folder: string, anchors: Anchors): Promise<Report> {
  const read = readFolder(folder);
  const transfer = await verifyTransfer(folder, anchors, documentIn(read.files));
  if (read.files.length + transfer.paths.length === 0) {
    throw wrongUse(`${folder} holds nothing that can be verified`, 'PATH');
  }
  const questions = [...(await questionsOfFiles(read.files, anchors)), ...transfer.questions];
  return {
    ...reportOf('folder', questions),
    artifacts: artifactsOf([...pathsOf(read), ...transfer.paths], questions),
    notAsked: read.others,
  };
}

/** The record whose statements lie in the folder. */
function documentIn(files: readonly FolderFile[]): string | undefined {
  const statements = files.filter(({ path }) => artifactKindOf(path) === 'statement');
  return statements.flatMap(({ bytes }) => readStatement(bytes)?.case ?? []).at(-1);
}

async function questionsOfFiles(files: readonly FolderFile[], anchors: Anchors): Promise<readonly Question[]> {
  if (files.length === 0) return [];
  if (!isPaperFolder(files)) return questionsOfFolder(files, anchors);
  return [...(await questionsOfPaperFolder(files, anchors)), ...strayQuestions(files)];
}

async function questionsOfFolder(files: readonly FolderFile[], anchors: Anchors): Promise<readonly Question[]> {
  const named = files.map(({ path, bytes }) => ({ name: path, bytes, mediaType: '' }));
  const fileAt = (path: string) => fileNamed(path, named);
  const container = fileAt('evidence.asice');
  const evidence = container === undefined ? undefined : await verifyEvidence(container, anchors);
  const statements = statementsIn(named);
  const held = statementsIn(evidence?.files ?? []);
  const areHeld = statements.every(
    (one, index) =>
      isSame(one.bytes, held[index]?.bytes ?? empty) && isSame(one.signature, held[index]?.signature ?? empty),
  );
  const pdf = fileAt('document.pdf');
  const manifest = fileAt('manifest.json');
  const document = verifyDocument({ pdf, manifest, statements }, anchors, areHeld ? evidence?.provenAt : undefined);
  const events = fileAt('events.jsonl');
  const parts = {
    checkpoint: fileAt('checkpoint/checkpoint'),
    cosigned: fileAt('checkpoint/cosigned'),
    leaves: fileAt('checkpoint/leaves'),
  };
  const log = events === undefined ? undefined : verifyLog({ events, ...parts }, anchors);
  const summary = fileAt('summary.json');
  const envelopes = log?.envelopes ?? [];
  const number = document.examined?.fields.find((one) => one.name === 'number')?.value;
  return [
    ...(evidence === undefined ? [missing('evidence.asice')] : about('evidence.asice', evidence.questions)),
    ...document.questions,
    ...(log === undefined ? [missing('events.jsonl')] : about('events.jsonl', log.questions)),
    ...about('agreement', [
      ...containerAgreement(evidence?.files ?? [], { pdf, manifest, statements }),
      ...(log === undefined ? [] : eventsAgreement(envelopes, { statements: document.statements, pdf, number })),
    ]),
    ...(log === undefined ? [] : logAgreement(log, { named, evidence: evidence?.files ?? [], document }, anchors)),
    ...(await exchangeQuestions({ named, envelopes, documentId: document.statements.at(-1)?.case }, anchors)),
    ...(summary === undefined ? [] : about('summary.json', verifySummary(summary, { envelopes, pdf, number }))),
    ...strayQuestions(files),
  ];
}

const empty = new Uint8Array(0);

function missing(path: string): Question {
  return undecided(`${path}: present`, 'SIGNED_DATA_NOT_FOUND', 'it was not found');
}

/** A signature without its statement says nothing, but something was taken away. */
function strayQuestions(files: readonly FolderFile[]): readonly Question[] {
  const paths = files.map((one) => one.path);
  const stray = paths.filter((path) => path.endsWith('.p7s') && !paths.includes(path.replace(/p7s$/, 'json')));
  return stray.map((path) => undecided(`${path}: present`, 'SIGNED_DATA_NOT_FOUND', 'its statement was not found'));
}

function pathsOf({ files }: FolderFiles): TransferVerdict['paths'] {
  return files.flatMap(({ path }) => {
    const kind = artifactKindOf(path);
    return kind === undefined || kind === 'part' ? [] : [{ path, kind }];
  });
}

function artifactsOf(paths: TransferVerdict['paths'], questions: readonly Question[]): readonly Artifact[] {
  const artifacts = paths.map(({ path, kind }) => {
    const subject = `${path}: `;
    const own = questions
      .filter((one) => one.question.startsWith(subject))
      .map((one) => ({ ...one, question: one.question.slice(subject.length) }));
    return { path, kind, verdict: worstOf(own), questions: worstFirst(own) };
  });
  return (['failed', 'indeterminate', 'passed'] as const).flatMap((verdict) =>
    artifacts.filter((one) => one.verdict === verdict),
  );
}
