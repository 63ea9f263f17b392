import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { type DispatchStatus, dispatchAnswer, dispatchDone } from '@sillok/schemas/api/distribution/dispatch';
import {
  circulationDone,
  incomingAnswer,
  incomingDone,
  incomingListAnswer,
} from '@sillok/schemas/api/distribution/incoming';
import type { InstitutionPlan } from '@sillok/small-country';
import type { z } from 'zod';
import type { StoryClient } from './story-client.ts';

export type Dispatch = z.infer<typeof dispatchAnswer>;
export type Incoming = z.infer<typeof incomingAnswer>;

export interface Sending {
  readonly documentId: string;
  readonly recipientId: string;
  readonly drafter: string;
  readonly registry: string;
  /** The ground on which the visible seal is left out; absent: it is affixed. */
  readonly omission?: string;
}

/** Prepares, reviews and orders the dispatch of a sealed document; each request has a key, so a retry repeats nothing. */
export async function dispatchLetter(client: StoryClient, sending: Sending): Promise<string> {
  const { documentId, recipientId, drafter, registry, omission } = sending;
  const key = `${documentId}-${recipientId}`.slice(0, 55);
  const path = `/api/distribution/documents/${documentId}/dispatches`;
  const { dispatchId } = await client.tell(drafter, path, { recipientId }, dispatchDone, `prepare-${key}`);
  const seal = omission === undefined ? { seal: 'affixed' } : { seal: 'omitted', ground: omission };
  const order = `/api/distribution/dispatches/${dispatchId}`;
  await client.tell(registry, `${order}/review`, { decision: 'passed', ...seal }, dispatchDone, `review-${key}`);
  await client.tell(registry, `${order}/dispatch`, undefined, dispatchDone, `dispatch-${key}`);
  return dispatchId;
}

/** Waits until the dispatch has come as far as that, or to an end. */
export async function dispatchReached(
  client: StoryClient,
  person: string,
  dispatchId: string,
  wished: (dispatch: Dispatch) => boolean,
): Promise<Dispatch> {
  for (let waited = 0; waited < reachedWithinMs; waited += 50) {
    const dispatch = await client.ask(person, `/api/distribution/dispatches/${dispatchId}`, dispatchAnswer);
    if (wished(dispatch)) return dispatch;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', 'the other institution did not answer in time');
}

const reachedWithinMs = 45_000;
const ends: readonly DispatchStatus[] = ['accepted', 'failed', 'returned'];

export function isOver({ status }: Dispatch): boolean {
  return ends.includes(status);
}

export interface Receiving {
  readonly dispatchId: string;
  readonly registry: string;
  readonly officer: string;
  readonly unitId: string;
  readonly folderId: string;
}

/** The registry finds what arrived and gives it to a unit; the unit's officer receives it in a folder. */
export async function receiveLetter(client: StoryClient, receiving: Receiving): Promise<Incoming> {
  const { dispatchId, registry, officer, unitId, folderId } = receiving;
  const { documentId } = await arrivedAt(client, registry, dispatchId);
  const path = `/api/distribution/incoming/${documentId}`;
  await client.tell(registry, `${path}/unit`, { unitId }, incomingDone, `unit-${documentId}`);
  await client.tell(officer, `${path}/receipt`, { folderId }, incomingDone, `receipt-${documentId}`);
  return client.ask(officer, path, incomingAnswer);
}

/** The incoming document of this dispatch, as the registry sees it. */
export async function arrivedAt(client: StoryClient, registry: string, dispatchId: string): Promise<Incoming> {
  const { items } = await client.ask(registry, '/api/distribution/incoming', incomingListAnswer);
  for (const { documentId } of items) {
    const found = await client.ask(registry, `/api/distribution/incoming/${documentId}`, incomingAnswer);
    if (found.dispatchId === dispatchId) return found;
  }
  throw new SillokError('not-found', `nothing arrived of ${dispatchId}`, { field: 'dispatchId' });
}

/** Has people read it, and lets each of them open it, or only some. */
export async function circulate(
  client: StoryClient,
  officer: string,
  documentId: string,
  readerIds: readonly string[],
  openedBy = readerIds,
): Promise<void> {
  const path = `/api/distribution/incoming/${documentId}`;
  await client.tell(officer, `${path}/circulation`, { readerIds }, circulationDone, `circulation-${documentId}`);
  for (const reader of openedBy) await client.fetch(reader, `${path}/document.pdf`);
}

/** Who in an institution of the small country does what with letters of others. */
export function exchangeStaff(plan: InstitutionPlan) {
  const holder = (role: string) => plan.people.find(({ roles = [] }) => roles.includes(role));
  const officer = holder('departmental-records-officer');
  const registry = holder('registry');
  const task = plan.unitTasks.find(({ unit }) => unit === officer?.unit);
  if (officer === undefined || registry === undefined || task === undefined) {
    throw new SillokError('person-unknown', `nobody receives letters at ${plan.id}`, { field: 'institution' });
  }
  const readers = plan.people.filter(({ unit, id }) => unit === officer.unit && id !== officer.id);
  return {
    officer: officer.id,
    registry: registry.id,
    unitId: officer.unit,
    task,
    readers: readers.map(({ id }) => id),
  };
}
