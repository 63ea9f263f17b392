import { SillokError } from '@sillok/kernel';
import { folderAnswer } from '@sillok/schemas/api/records/record';
import type { PaperSeed, Seed, UnitTaskPlan } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import { exchangeSeed } from './exchange-seed.ts';
import { type Furnished, type FurnishedCountry, keeperOf } from './furnished.ts';
import { passToRecordsCentre } from './live-keeping.ts';
import { livePaperSeed } from './live-paper-seed.ts';
import { liveSeed } from './live-seed.ts';
import { type Sending, handOver as toTheArchives } from './live-transfer.ts';
import { createStoryClient } from './story-client.ts';
import { untilSealed } from './until-sealed.ts';

export interface FurnishOptions {
  /** All seeds, in the order of their time. */
  readonly seeds: readonly (Seed | PaperSeed)[];
  /** The first one to live through, counted from 0. */
  readonly from: number;
  /** The first one to leave; absent: to the end. */
  readonly until?: number;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of a document that could not be lived through; the others go on. Absent: the first failure ends it. */
  readonly onFailure?: (key: string, error: unknown) => void;
  /** Ends the furnishing after the document in hand. */
  readonly signal?: AbortSignal;
}

const year = 2014;

/**
 * Opens a folder for each unit task and lives the documents through, as their people would. Every request has a key of
 * its own, so that a second furnishing carries on where the first one stopped and repeats nothing.
 */
export async function furnishCountry(country: SmallCountry, options: FurnishOptions): Promise<void> {
  const { seeds, from, until = seeds.length } = options;
  const furnished = await openInstitutions(country);
  const chosen = seeds.slice(from, until);
  for (const [index, seed] of chosen.entries()) {
    if (options.signal?.aborted === true) return;
    if (seed.at > country.clock.now()) country.clock.moveTo(seed.at);
    await liveOne(country, furnished, seed, seeds).catch(failureOf(seed.key, options));
    options.onProgress?.(index + 1, chosen.length);
  }
}

async function liveOne(
  country: SmallCountry,
  furnished: FurnishedCountry,
  seed: Seed | PaperSeed,
  all: FurnishOptions['seeds'],
): Promise<void> {
  const unitTaskId = 'paper' in seed ? seed.unitTaskId : seed.classification.unitTaskId;
  const institution = furnished.get(seed.institution);
  const folderId = institution?.folders.get(unitTaskId);
  const task = institution?.plan.unitTasks.find(({ id }) => id === unitTaskId);
  if (institution === undefined || folderId === undefined || task === undefined) {
    throw new SillokError('folder-unknown', `${seed.key} belongs to no unit task`, { field: 'folderId' });
  }
  if ('paper' in seed) return livePaperSeed(institution, seed, { task, folderId });
  const isEarlier = (one: Seed | PaperSeed): one is Seed => one.key === seed.redraftOf && !('paper' in one);
  const own = seed.folder === undefined ? folderId : await openFolder(institution, task, seed.folder);
  const order = { folderId: own, redraftOf: all.find(isEarlier) };
  const documentId = await liveSeed(institution.client, seed, order);
  if (seed.exchange !== undefined) await exchangeSeed(furnished, seed, documentId);
  if (seed.folder?.isLast !== true) return;
  await closeFolder(institution, task, own);
  const { agreement } = seed.folder;
  if (agreement === undefined) return;
  await untilSealed(institution.client, seed.drafter, documentId);
  await handOver(country, institution, { folderId: own, agreement });
}

function failureOf(key: string, { onFailure }: FurnishOptions): (error: unknown) => void {
  return (error) => {
    if (onFailure === undefined) throw error;
    onFailure(key, error);
  };
}

async function openInstitutions({ plans, port, gateWord }: SmallCountry): Promise<FurnishedCountry> {
  const furnished = new Map<string, Furnished>();
  for (const plan of plans) {
    const client = createStoryClient({ port, institution: plan.id, gateWord });
    const folders = new Map<string, string>();
    for (const task of plan.unitTasks) {
      if (keeperOf(plan, task) === undefined) continue;
      folders.set(task.id, await openFolder({ plan, client }, task));
    }
    furnished.set(plan.id, { plan, client, folders });
  }
  return furnished;
}

type Inside = Pick<Furnished, 'plan' | 'client'>;

async function openFolder({ plan, client }: Inside, task: UnitTaskPlan, other?: Seed['folder']): Promise<string> {
  const order = { unitTaskId: task.id, year, title: other?.title ?? task.folder };
  const key = `seed-folder-${task.id}-${year}${other === undefined ? '' : `-${other.key}`}`;
  const keeper = keeperOf(plan, task) ?? '';
  return (await client.tell(keeper, '/api/records/folders', order, folderAnswer, key)).folderId;
}

async function handOver(country: SmallCountry, keeping: Furnished, sending: Sending): Promise<void> {
  await passToRecordsCentre(keeping, sending.folderId);
  await toTheArchives(country, keeping, sending);
}

async function closeFolder({ plan, client }: Inside, task: UnitTaskPlan, folderId: string): Promise<void> {
  const path = `/api/records/folders/${folderId}/closing`;
  await client.tell(keeperOf(plan, task) ?? '', path, undefined, folderAnswer, `seed-closing-${folderId}`);
}
