import { about, asked, type Question, undecided } from '@sillok/kernel';
import type { Anchors } from '../anchors.ts';
import { verifyAcknowledgements } from '../verify-acknowledgement.ts';
import { type ExchangeVerdict, verifyExchange } from '../verify-exchange.ts';
import type { HistoryVerdict } from '../verify-history.ts';
import type { FilesIn } from './package-files.ts';
import { signedPairs } from './signed-pairs.ts';

/**
 * Every message of a record, received or sent: the container by itself, that the history tells of it, and what was said
 * of it in `acknowledgements` beside it.
 */
export async function exchangeQuestions(
  files: FilesIn,
  { events }: HistoryVerdict,
  anchors: Anchors,
): Promise<readonly Question[]> {
  const told = new Set(events.map(({ envelope }) => envelope.data['messageDigest']));
  const questions: Question[] = [];
  for (const folder of foldersOfMessages(files.paths)) {
    const container = await files.read(`${folder}exchange.asice`);
    const verdict = container === undefined ? undefined : await verifyExchange(container, anchors);
    const said = await signedPairs(files, `${folder}acknowledgements/`);
    questions.push(
      ...about(`${folder}exchange.asice`, messageQuestions(verdict, told)),
      ...verifyAcknowledgements(said, verdict?.messageDigest, anchors),
    );
  }
  return questions;
}

/** Acknowledgements without their message are found as well: something was taken away. */
function foldersOfMessages(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap(
    (path) => /^(data\/.*?)(?:exchange\.asice|acknowledgements\/[^/]+)$/.exec(path)?.[1] ?? [],
  );
  return [...new Set(folders)];
}

function messageQuestions(verdict: ExchangeVerdict | undefined, told: ReadonlySet<unknown>): readonly Question[] {
  if (verdict === undefined) return [undecided('present', 'SIGNED_DATA_NOT_FOUND', 'the message was not found')];
  const isTold = told.has(verdict.messageDigest);
  const why = 'the history does not tell of this message';
  return [...verdict.questions, asked('in the history', isTold, 'SIG_CONSTRAINTS_FAILURE', why)];
}
