import type { SmallCountry } from '../composition/small-country.ts';
import type { Progress } from '../progress.ts';

type Rest = (progress: (label: string, total: number) => Progress) => Promise<void>;

/** Lives the first documents, and answers how to live the others. */
export async function furnish(_country: SmallCountry, _isStopped: () => boolean): Promise<Rest> {
  return async () => undefined;
}
