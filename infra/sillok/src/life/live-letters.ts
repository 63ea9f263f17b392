import type { SmallCountry } from '../composition/small-country.ts';
import { liveDrafted } from './live-drafted.ts';
import { liveOnPaper } from './live-on-paper.ts';
import { liveToTheArchives } from './live-to-the-archives.ts';
import type { Lived } from './lived.ts';
import type { ToldLetter } from './read-letters.ts';
import type { LifeSummary } from './summarise.ts';

/** How far a life is lived: numbered and sealed, received by another ministry, or preserved at the archives. */
export const lifeEnds = ['registered', 'accepted', 'preserved'] as const;
export type LifeEnd = (typeof lifeEnds)[number];

export interface LifeOrder {
  readonly until: LifeEnd;
  readonly onStep: (name: string) => void;
}

/** Each letter with the folder in which it leaves what proves it. */
export type LetterToLive = ToldLetter & { readonly out: string };

/**
 * Lives letters through in one country: first each to its number, then all together over the years, because the clock
 * of the country goes forward only. Leaves what proves them and has every artifact verified from the files.
 */
export async function liveLetters(
  country: SmallCountry,
  letters: readonly LetterToLive[],
  { until, onStep }: LifeOrder,
): Promise<readonly LifeSummary[]> {
  const lives: Lived[] = [];
  for (const told of letters) {
    const order = { out: told.out, isSent: until !== 'registered', onStep };
    lives.push(
      told.kind === 'paper'
        ? await liveOnPaper(country, told.letter, order)
        : await liveDrafted(country, told.letter, order),
    );
  }
  const preserved = until === 'preserved' ? await liveToTheArchives(country, lives, onStep) : undefined;
  const summaries: LifeSummary[] = [];
  for (const life of lives) summaries.push(await life.leave(preserved?.get(life.folderId)));
  return summaries;
}
