import type { Contender, Rate } from './rounds.ts';

/** One figure: how much of the peer's speed the subject reaches. */
export interface Comparison {
  readonly subject: string;
  readonly peer: string;
  /** The least ratio that is asked; a figure without it is reported only. */
  readonly atLeast?: number;
}

/** What is ready to be measured. */
export interface Prepared {
  readonly contenders: readonly Contender[];
  readonly comparisons: readonly Comparison[];
  /** What the figures stand on: counts, keys, versions, checks made inside the run. */
  readonly facts: readonly string[];
  readonly close: () => Promise<void> | void;
}

export interface Benchmark {
  readonly id: string;
  readonly title: string;
  /** What the subject cannot get past. */
  readonly boundedBy: string;
  readonly prepare: (order: BenchOrder) => Promise<Prepared>;
}

export interface BenchOrder {
  /** An empty folder on the disk that is measured; it is removed afterwards. */
  readonly folder: string;
  /** A tenth of the work: to see that it runs, not how fast. */
  readonly isSmall: boolean;
  /** The million too, where a benchmark grows. */
  readonly isLarge: boolean;
  /** Peers that want a JDK and Maven too; they are installed where they are missing. */
  readonly withJudges: boolean;
}

/** Times work that did `count` things. */
export async function rateOf(count: number, work: () => Promise<void> | void): Promise<Rate> {
  const start = performance.now();
  await work();
  return count / ((performance.now() - start) / 1000);
}

/** Repeats work until at least that many ms are over. The clock is read after every `between`. */
export async function steadyRate(work: () => Promise<void> | void, ms: number, between = 1): Promise<Rate> {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < ms) {
    for (let turn = 0; turn < between; turn += 1) await work();
    count += between;
  }
  return count / ((performance.now() - start) / 1000);
}
