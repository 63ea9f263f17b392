import {
  type Anchors,
  indexOfProof,
  isSame,
  type LogVerdict,
  verifyDigitisation,
  verifyLog,
  verifyLogProof,
} from '@sillok/evidence/verifying';
import { about, asked, type Question, undecided } from '@sillok/kernel';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { isAbout } from './log-agreement.ts';
import type { FolderFile } from './read-folder.ts';
import { verifySummary } from './verify-summary.ts';

const reason = 'SIG_CONSTRAINTS_FAILURE';

/** The folder of a scanned letter has no paper of ours in it: its scan and what was sealed over that stand in the place. */
export function isPaperFolder(files: readonly FolderFile[]): boolean {
  const has = (path: string) => files.some((file) => file.path === path);
  return has('digitisation.asice') && !has('evidence.asice') && !has('document.pdf');
}

/** Each artifact by itself, and whether all of them tell of one letter in one log. */
export async function questionsOfPaperFolder(
  files: readonly FolderFile[],
  anchors: Anchors,
): Promise<readonly Question[]> {
  const fileAt = (path: string) => files.find((file) => file.path === path)?.bytes;
  const { questions, digitisation, scan } = await verifyDigitisation(
    fileAt('digitisation.asice') ?? new Uint8Array(),
    anchors,
  );
  const scans = files.filter(({ path }) => path.startsWith('scan.'));
  const isThat = ({ path, bytes }: FolderFile) =>
    path === digitisation?.scan.name && scan !== undefined && isSame(bytes, scan);
  const log = logOf(fileAt, anchors);
  const documentId = digitisation?.documentId;
  const registered = registrationOf(log?.envelopes ?? [], documentId);
  const summary = fileAt('summary.json');
  const isSealed = log?.envelopes.some(
    (one) => one?.type === 'distribution.PaperSealed.v1' && one.data['documentId'] === documentId,
  );
  const number = registered?.display;
  const shown = { envelopes: log?.envelopes ?? [], pdf: scans[0]?.bytes, number };
  return [
    ...about('digitisation.asice', questions),
    ...scans.map((one) => asked(`${one.path}: as sealed`, isThat(one), 'HASH_FAILURE', 'the container holds another')),
    ...(log === undefined
      ? [undecided('events.jsonl: present', 'SIGNED_DATA_NOT_FOUND', 'it was not found')]
      : [
          ...about('events.jsonl', log.questions),
          asked('agreement: numbered', number !== undefined, reason, 'the log does not number this letter'),
          asked('agreement: sealed', isSealed === true, reason, 'the log does not tell of this container'),
          ...proofQuestions(files, log, documentId, anchors),
        ]),
    ...(summary === undefined ? [] : about('summary.json', verifySummary(summary, shown))),
  ];
}

function logOf(fileAt: (path: string) => Uint8Array | undefined, anchors: Anchors): LogVerdict | undefined {
  const events = fileAt('events.jsonl');
  const parts = {
    checkpoint: fileAt('checkpoint/checkpoint'),
    cosigned: fileAt('checkpoint/cosigned'),
    leaves: fileAt('checkpoint/leaves'),
  };
  return events === undefined ? undefined : verifyLog({ events, ...parts }, anchors);
}

function registrationOf(envelopes: readonly (Envelope | undefined)[], documentId: string | undefined) {
  return envelopes
    .flatMap((one) => (one?.type === paperRegistered.type ? [paperRegistered.data.safeParse(one.data).data] : []))
    .find((data) => data !== undefined && data.documentId === documentId);
}

function proofQuestions(
  files: readonly FolderFile[],
  log: LogVerdict,
  documentId: string | undefined,
  anchors: Anchors,
): readonly Question[] {
  const proofs = files.filter(({ path }) => path.endsWith('.tlog-proof'));
  return proofs.flatMap(({ path, bytes }) => {
    const index = indexOfProof(bytes) ?? -1;
    const isOurs = documentId !== undefined && isAbout(documentId, log.envelopes[index], log);
    const { questions } = verifyLogProof(bytes, { event: log.lines[index], tree: log.tree }, anchors);
    return about(path, [
      ...questions,
      asked('of this document', isOurs, reason, `event ${index} is about something else`),
    ]);
  });
}
