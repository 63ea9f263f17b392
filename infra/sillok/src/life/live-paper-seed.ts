import { readFile } from 'node:fs/promises';
import { SillokError } from '@sillok/kernel';
import type { PaperSeed, UnitTaskPlan } from '@sillok/small-country';
import { type Furnished, keeperOf } from './furnished.ts';
import { livePaper } from './live-paper.ts';

/** Brings a letter on paper to its state; what was done before is not done again. */
export async function livePaperSeed(
  { plan, client }: Furnished,
  seed: PaperSeed,
  { task, folderId }: { readonly task: UnitTaskPlan; readonly folderId: string },
): Promise<void> {
  const registry = plan.people.find(({ roles = [] }) => roles.includes('registry'))?.id;
  const officer = keeperOf(plan, task);
  if (registry === undefined || officer === undefined) {
    throw new SillokError('person-unknown', `nobody receives letters at ${plan.id}`, { field: 'institution' });
  }
  const { paper: letter, disclosure, until } = seed;
  const scan = await readFile(seed.scan);
  const key = `seed-${seed.key}`;
  await livePaper(client, { letter, scan, registry, officer, unitId: task.unit, folderId, disclosure, key, until });
}
