import { setTimeout as delay } from 'node:timers/promises';
import { createApiClient } from '@sillok/http-service';
import { SillokError } from '@sillok/kernel';
import { searchAnswer } from '@sillok/schemas/api/archive/description';
import { submissionAnswer, submissionDone } from '@sillok/schemas/api/archive/submission';
import { outgoingTransfer, transferDone } from '@sillok/schemas/api/records/transfer';
import type { InstitutionPlan } from '@sillok/small-country';
import type { z } from 'zod';
import type { SmallCountry } from '../composition/small-country.ts';
import { centreOf, type Keeping } from './live-keeping.ts';
import { createStoryClient, type StoryClient } from './story-client.ts';

export type Transfer = z.infer<typeof outgoingTransfer>;
export type Submission = z.infer<typeof submissionAnswer>;

/** What became of a folder at the archives. */
export interface Preserved {
  readonly transfer: Transfer;
  readonly submission: Submission;
}

/** The archives with the two people who decide there, neither of them alone. */
export interface Archives {
  readonly port: number;
  readonly client: StoryClient;
  readonly plan: InstitutionPlan;
  readonly archivist: string;
  readonly head: string;
}

export function archivesOf({ plans, port, gateWord }: SmallCountry): Archives {
  const plan = plans.find((one) => one.isArchives === true);
  const holder = (role: string) => plan?.people.find(({ roles = [] }) => roles.includes(role))?.id;
  const [archivist, head] = [holder('archivist'), holder('archives-head')];
  if (plan === undefined || archivist === undefined || head === undefined) {
    throw new SillokError('archives-unknown', 'the country has no archives', { field: 'institution' });
  }
  return { port, client: createStoryClient({ port, institution: plan.id, gateWord }), plan, archivist, head };
}

export interface Sending {
  readonly folderId: string;
  readonly agreement?: string;
}

/** The records centre sends a folder; answers once the archives have it in their hands, or the house kept it back. */
export async function sendFolder(keeping: Keeping, archives: Archives, sending: Sending): Promise<Transfer> {
  const { folderId, agreement } = sending;
  const order = { archivesId: archives.plan.id, ...(agreement === undefined ? {} : { agreement }) };
  const path = `/api/records/folders/${folderId}/transfers`;
  const key = `transfer-${folderId}`;
  const { transferId } = await keeping.client.tell(centreOf(keeping.plan), path, order, transferDone, key);
  return transferReached(keeping, transferId, ({ status }) => !underWay.includes(status));
}

const underWay: readonly Transfer['status'][] = ['prepared', 'built', 'delivered'];

/** An archivist accepts whatever nothing bars and returns the rest; another one confirms; the receipt goes out. */
export async function takeOver(archives: Archives, transferId: string): Promise<Submission> {
  const { client, archivist, head } = archives;
  const path = `/api/archive/submissions/${transferId}`;
  const inspected = await submissionReached(archives, transferId, ({ status }) => status !== 'arrived');
  const items = inspected.items.map(({ documentId, blocking, codes }) => ({
    documentId,
    ...(blocking ? { outcome: 'returned', codes, reason: codes.join(', ') } : { outcome: 'accepted', codes: [] }),
  }));
  await client.tell(archivist, `${path}/decision`, { items }, submissionDone, `decide-${transferId}`);
  const { decision } = await submissionReached(archives, transferId, (one) => one.decision !== null);
  await client.tell(head, `${path}/confirmation`, { decision }, submissionDone, `confirm-${transferId}`);
  return submissionReached(archives, transferId, ({ status, receipts }) => isOver(status) && receipts.length > 1);
}

/** A folder of the records centre goes to the archives and is taken over; throws where the sender keeps it back. */
export async function handOver(country: SmallCountry, keeping: Keeping, sending: Sending): Promise<Preserved> {
  const archives = archivesOf(country);
  const { transferId, findings } = await sendFolder(keeping, archives, sending);
  if (findings.length > 0) {
    throw new SillokError('submission-malformed', `kept back: ${findings.join(', ')}`, { field: 'folderId' });
  }
  const submission = await takeOver(archives, transferId);
  const transfer = await transferReached(keeping, transferId, ({ status }) => /accepted|returned/.test(status));
  return { transfer, submission };
}

function isOver(status: Submission['status']): boolean {
  return status === 'preserved' || status === 'returned';
}

/** Asks as anybody on the street, and waits a little for what was just described. */
export async function foundByAnybody(archives: Archives, title: string, wished: boolean) {
  const anybody = createApiClient({ port: archives.port, host: `${archives.plan.id}.localhost` });
  const path = `/api/archive/open/search?${new URLSearchParams({ q: title })}`;
  for (let waited = 0; waited < foundWithinMs; waited += 100) {
    const { items } = searchAnswer.parse((await anybody.get(path)).body);
    const found = items.find((one) => one.title === title);
    if ((found !== undefined) === wished) return found;
    await delay(100);
  }
  throw new SillokError('not-found', wished ? `${title} is not found` : `${title} is found`, { field: 'q' });
}

const foundWithinMs = 20_000;
const reachedWithinMs = 120_000;

export async function transferReached(
  { client, plan }: Keeping,
  transferId: string,
  wished: (transfer: Transfer) => boolean,
): Promise<Transfer> {
  const ask = () => client.ask(centreOf(plan), `/api/records/transfers/${transferId}`, outgoingTransfer);
  return reached(ask, wished, `the transfer ${transferId}`);
}

async function submissionReached(archives: Archives, transferId: string, wished: (submission: Submission) => boolean) {
  const ask = () => archives.client.ask(archives.archivist, `/api/archive/submissions/${transferId}`, submissionAnswer);
  return reached(ask, wished, `the submission ${transferId}`);
}

async function reached<Answer extends { status: string }>(
  ask: () => Promise<Answer>,
  wished: (answer: Answer) => boolean,
  what: string,
): Promise<Answer> {
  for (let waited = 0; waited < reachedWithinMs; waited += 100) {
    const answer = await ask();
    if (wished(answer)) return answer;
    await delay(100);
  }
  throw new SillokError('COMMAND_PENDING', `${what} came no further`);
}
