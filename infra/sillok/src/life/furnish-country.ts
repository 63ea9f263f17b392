import { SillokError } from '@sillok/kernel';
import { folderAnswer } from '@sillok/schemas/api/records/record';
import type { InstitutionPlan, Seed } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import { liveSeed } from './live-seed.ts';
import { createStoryClient, type StoryClient } from './story-client.ts';

export interface FurnishOptions {
  /** All seeds, in the order of their time. */
  readonly seeds: readonly Seed[];
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
  const clients = new Map(country.plans.map((plan) => [plan.id, clientOf(country, plan)]));
  const folders = await openFolders(country.plans, clients);
  const chosen = seeds.slice(from, until);
  for (const [index, seed] of chosen.entries()) {
    if (options.signal?.aborted === true) return;
    const folderId = folders.get(seed.classification.unitTaskId);
    const client = clients.get(seed.institution);
    if (folderId === undefined || client === undefined) {
      throw new SillokError('folder-unknown', `${seed.key} belongs to no unit task`, { field: 'folderId' });
    }
    if (seed.at > country.clock.now()) country.clock.moveTo(seed.at);
    const redraftOf = seeds.find(({ key }) => key === seed.redraftOf);
    await liveSeed(client, seed, { folderId, redraftOf }).catch(failureOf(seed.key, options));
    options.onProgress?.(index + 1, chosen.length);
  }
}

function failureOf(key: string, { onFailure }: FurnishOptions): (error: unknown) => void {
  return (error) => {
    if (onFailure === undefined) throw error;
    onFailure(key, error);
  };
}

function clientOf({ port, gateWord }: SmallCountry, plan: InstitutionPlan): StoryClient {
  return createStoryClient({ port, institution: plan.id, gateWord });
}

/** @returns the folder's id by the id of its unit task. */
async function openFolders(plans: readonly InstitutionPlan[], clients: ReadonlyMap<string, StoryClient>) {
  const folders = new Map<string, string>();
  for (const plan of plans) {
    for (const task of plan.unitTasks) {
      const officer = plan.people.find(({ unit, roles = [] }) => unit === task.unit && roles.includes(keeper));
      const client = clients.get(plan.id);
      if (officer === undefined || client === undefined) continue;
      const order = { unitTaskId: task.id, year, title: task.folder };
      const key = `seed-folder-${task.id}-${year}`;
      const { folderId } = await client.tell(officer.id, '/api/records/folders', order, folderAnswer, key);
      folders.set(task.id, folderId);
    }
  }
  return folders;
}

const keeper = 'departmental-records-officer';
