import { everySeed as seeds } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import type { Progress } from '../progress.ts';
import { furnishCountry } from './furnish-country.ts';

type Rest = (progress: (label: string, total: number) => Progress) => Promise<void>;

const beforeTheDoorOpens = 12;

/** Lives the first documents through, and answers how to live the others while people look around already. */
export async function furnish(country: SmallCountry, signal: AbortSignal): Promise<Rest> {
  await furnishCountry(country, { seeds, from: 0, until: beforeTheDoorOpens, signal });
  return async (progress) => {
    const bar = progress('Living the other documents', seeds.length - beforeTheDoorOpens);
    await furnishCountry(country, {
      seeds,
      from: beforeTheDoorOpens,
      signal,
      onProgress: () => bar.step(''),
      // A visitor may have got there first, and a restart may land behind an absence.
      onFailure: (key, error) => signal.aborted || country.logger.warn({ seed: key, err: error }, 'not lived through'),
    });
    bar.end();
  };
}
