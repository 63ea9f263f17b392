import { actAnswer, caseAnswer } from '@sillok/schemas/api/approval/case';
import { draftAnswer, draftCreatedAnswer, draftSavedAnswer, submittedAnswer } from '@sillok/schemas/api/drafting/draft';
import type { Seed } from '@sillok/small-country';
import type { z } from 'zod';
import { decisionOf, edit, paperReady, signStep } from './live-letter.ts';
import type { StoryClient } from './story-client.ts';

export interface SeedOptions {
  readonly folderId: string;
  /** The seed that this one is a new attempt at. */
  readonly redraftOf?: Seed | undefined;
}

type Case = z.infer<typeof caseAnswer>;

/**
 * Brings a document of the country to its state, from wherever it is: what was done before, by an earlier start or by a
 * visitor, is not done again.
 * @returns the document's id.
 */
export async function liveSeed(client: StoryClient, seed: Seed, options: SeedOptions): Promise<string> {
  const documentId = await createSeed(client, seed, options.redraftOf);
  const inReview = await draftSeed(client, seed, documentId, options.folderId);
  if (inReview) await reviewSeed(client, seed, documentId);
  return documentId;
}

async function reviewSeed(client: StoryClient, seed: Seed, documentId: string): Promise<void> {
  await paperReady(client, seed.drafter, documentId);
  for (;;) {
    const now = await client.ask(seed.drafter, `/api/approval/cases/${documentId}`, caseAnswer);
    const { pendingStep } = now;
    if (pendingStep === null || isFarEnough(seed, pendingStep)) return;
    if (seed.until === 'withdrawn' && pendingStep > 1) return withdraw(client, seed, documentId);
    await actOn(client, seed, now, pendingStep);
  }
}

/** The key of the command makes the document's id, so asking again finds the same document. */
async function createSeed(client: StoryClient, seed: Seed, earlier: Seed | undefined): Promise<string> {
  const redraftOf = earlier === undefined ? undefined : await createSeed(client, earlier, undefined);
  const order = { unitId: seed.unit, ...(redraftOf === undefined ? {} : { redraftOf }) };
  const path = '/api/drafting/drafts';
  return (await client.tell(seed.drafter, path, order, draftCreatedAnswer, keyOf(seed, 'draft'))).documentId;
}

/** @returns whether the document is with its approval line. */
async function draftSeed(client: StoryClient, seed: Seed, documentId: string, folderId: string): Promise<boolean> {
  const path = `/api/drafting/drafts/${documentId}`;
  const { drafter, until } = seed;
  const { status, text } = await client.ask(drafter, path, draftAnswer);
  if (status !== 'drafting') return status === 'submitted';
  if (text === undefined) {
    const version = { classification: { ...seed.classification, folderId }, text: seed.text };
    await client.tell(drafter, `${path}/versions`, version, draftSavedAnswer, keyOf(seed, 'version'));
  }
  if (until === 'drafting') return false;
  if (until === 'discarded') {
    await client.tell(drafter, `${path}/discarding`, undefined, draftCreatedAnswer, keyOf(seed, 'discarding'));
    return false;
  }
  await client.tell(drafter, `${path}/submission`, {}, submittedAnswer, keyOf(seed, 'submission'));
  return true;
}

function isFarEnough({ until, stopBefore = Number.POSITIVE_INFINITY }: Seed, pendingStep: number): boolean {
  return until === 'submitted' || (until === 'in-review' && pendingStep >= stopBefore);
}

async function withdraw(client: StoryClient, seed: Seed, documentId: string): Promise<void> {
  const path = `/api/approval/cases/${documentId}/withdrawal`;
  await client.tell(seed.drafter, path, undefined, actAnswer, keyOf(seed, 'withdrawal'));
}

async function actOn(client: StoryClient, seed: Seed, { documentId, line }: Case, pending: number): Promise<void> {
  const step = line[pending - 1];
  if (step === undefined) return;
  const told = seed.story?.find((one) => one.step === pending);
  const person = told?.by ?? step.personId;
  if (told?.edit !== undefined) await edit(client, person, documentId, told.edit, keyOf(seed, `edit-${pending}`));
  const decision = told?.decision ?? decisionOf[step.role];
  await signStep(client, person, documentId, decision, told?.opinion, keyOf(seed, `act-${pending}`));
}

function keyOf(seed: Seed, what: string): string {
  return `seed-${seed.key}-${what}`;
}
