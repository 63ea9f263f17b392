/** Something that is measured: does its share of work once, and answers how much it did in how long. */
export interface Contender {
  readonly name: string;
  readonly run: (round: number) => Promise<Rate> | Rate;
}

/** Things done a second. It never leaves the runner: only ratios of two that were taken in the same round do. */
export type Rate = number;

export interface Ratios {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly rounds: number;
}

/** A B C, C B A, A B C: what drifts while it is measured hits all alike. */
export function turnsOf<Item>(items: readonly Item[], round: number): readonly Item[] {
  return round % 2 === 0 ? items : items.toReversed();
}

/** The rates of all contenders by name, round by round. One round before them warms up and is thrown away. */
export async function measure(
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly ReadonlyMap<string, Rate>[]> {
  const measured: ReadonlyMap<string, Rate>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const rates = new Map<string, Rate>();
    for (const { name, run } of turnsOf(contenders, round)) rates.set(name, await run(round));
    if (round > 0) measured.push(rates);
  }
  return measured;
}

/** The ratio of two within each round, then the median of these: never a ratio of medians. */
export function ratiosOf(rounds: readonly ReadonlyMap<string, Rate>[], subject: string, peer: string): Ratios {
  const ratios = rounds.map((rates) => rateOf(rates, subject) / rateOf(rates, peer));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios), rounds: ratios.length };
}

/** The middle one, or the mean of both middle ones. RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured');
  return (low + high) / 2;
}

/** How far apart the rounds lie, as a share of the middle one. */
export function spreadOf({ median: middle, least, most }: Ratios): number {
  return (most - least) / middle;
}

function rateOf(rates: ReadonlyMap<string, Rate>, name: string): Rate {
  const rate = rates.get(name);
  if (rate === undefined) throw new RangeError(`${name} was not measured`);
  return rate;
}
