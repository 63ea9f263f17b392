import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { actAnswer, caseAnswer, editAnswer, statementAnswer, textAnswer } from '@sillok/schemas/api/approval/case';
import {
  attachmentAnswer,
  draftCreatedAnswer,
  draftSavedAnswer,
  submittedAnswer,
} from '@sillok/schemas/api/drafting/draft';
import { folderListAnswer } from '@sillok/schemas/api/records/record';
import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import { documentText } from '@sillok/schemas/vocabulary/official-document';
import type { Letter, LetterInFolder } from './letter.ts';
import { mediaTypeOfFile } from './media-type-of-file.ts';
import type { StoryClient } from './story-client.ts';

export interface LivedLetter {
  readonly documentId: string;
  readonly number: string | null;
  readonly line: readonly LineStep[];
  readonly status: string;
}

export interface LifeOptions {
  /** Stops before this step of the line signs; absent: to the end. */
  readonly stopBefore?: number;
  readonly onStep?: (name: string) => void;
  /** Who holds the folder list and the drafter's unit. */
  readonly unitId: string;
}

export const decisionOf = {
  drafter: 'submitted',
  reviewer: 'reviewed',
  'concurring-officer': 'concurred',
  approver: 'approved',
} as const;

/** Drives one letter from the first draft to its number, as its people would: signed in, one request after the other. */
export async function liveLetter(
  client: StoryClient,
  letter: LetterInFolder,
  options: LifeOptions,
): Promise<LivedLetter> {
  const documentId = await draft(client, letter, options);
  const { line } = await client.tell(
    letter.drafter,
    `/api/drafting/drafts/${documentId}/submission`,
    {},
    submittedAnswer,
  );
  options.onStep?.('submitted');
  let status = 'in-review';
  let number: string | null = null;
  for (const step of line) {
    if (options.stopBefore !== undefined && step.step >= options.stopBefore) break;
    const told = letter.story?.find((one) => one.step === step.step);
    await paperReady(client, step.personId, documentId);
    if (told?.edit !== undefined) await edit(client, step.personId, documentId, told.edit);
    const decision = told?.decision ?? decisionOf[step.role];
    const answer = await signStep(client, step.personId, documentId, decision, told?.opinion);
    ({ status, number } = answer);
    options.onStep?.(decision);
    if (decision === 'returned') break;
  }
  return { documentId, number, line, status };
}

async function draft(client: StoryClient, letter: LetterInFolder, options: LifeOptions): Promise<string> {
  const { drafter, classification, text } = letter;
  const folderId = await openFolderOf(client, letter);
  const { documentId } = await client.tell(
    drafter,
    '/api/drafting/drafts',
    { unitId: options.unitId },
    draftCreatedAnswer,
  );
  const draftPath = `/api/drafting/drafts/${documentId}`;
  for (const path of letter.attachments) {
    const bytes = new Uint8Array(await readFile(join(letter.folder, path)));
    const query = new URLSearchParams({
      name: basename(path),
      mediaType: mediaTypeOfFile(path) ?? 'application/octet-stream',
    });
    await client.tell(drafter, `${draftPath}/attachments?${query}`, bytes, attachmentAnswer);
    options.onStep?.('attached');
  }
  const version = { classification: { ...classification, folderId }, text };
  await client.tell(drafter, `${draftPath}/versions`, version, draftSavedAnswer);
  options.onStep?.('drafted');
  return documentId;
}

async function openFolderOf(client: StoryClient, { drafter, classification }: Letter): Promise<string> {
  const { unitTaskId } = classification;
  const { items } = await client.ask(drafter, `/api/records/folders?unitTaskId=${unitTaskId}`, folderListAnswer);
  const open = items.find((folder) => folder.status === 'open');
  if (open === undefined)
    throw new SillokError('folder-unknown', `no open folder in ${unitTaskId}`, { field: 'folderId' });
  return open.folderId;
}

/** The paper of a new version is made within moments; what can't be set says why. */
export async function paperReady(client: StoryClient, person: string, documentId: string): Promise<void> {
  for (let question = 0; question < mostQuestions; question += 1) {
    const { status } = await client.ask(person, `/api/approval/cases/${documentId}`, caseAnswer).catch(absent);
    if (status !== 'freezing') return;
    await delay(Math.min(10 + question * 5, 100));
  }
  throw new SillokError('paper-not-frozen', 'the paper was not made in time', { field: 'documentId' });
}

/** Half a minute of waiting. */
const mostQuestions = 300;

// Between the submission and the opening of its case there is nothing to see yet; no answer at all is another matter.
function absent(error: unknown): { status: 'freezing' } {
  if (error instanceof SillokError) return { status: 'freezing' };
  throw error;
}

/** Replaces whole members of the text in review, and waits for the new paper. */
export async function edit(
  client: StoryClient,
  person: string,
  documentId: string,
  change: object,
  key?: string,
): Promise<void> {
  const path = `/api/approval/cases/${documentId}`;
  const { version: _, previous: __, attachments: ___, ...text } = await client.ask(person, `${path}/text`, textAnswer);
  await client.tell(person, `${path}/versions`, { text: documentText.parse({ ...text, ...change }) }, editAnswer, key);
  await paperReady(client, person, documentId);
}

/** Reads the statement, confirms its challenge, and so signs. */
export async function signStep(
  client: StoryClient,
  person: string,
  documentId: string,
  decision: StepDecision,
  opinion?: string,
  key?: string,
) {
  const path = `/api/approval/cases/${documentId}`;
  const order = { decision, ...(opinion === undefined ? {} : { opinion }) };
  const { statementId, challenge } = await client.tell(person, `${path}/statements`, order, statementAnswer);
  return client.tell(person, `${path}/acts`, { statementId, confirmed: challenge }, actAnswer, key);
}
