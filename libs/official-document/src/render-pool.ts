import { SillokError } from '@sillok/kernel';
import type { RenderAnswer, RenderJob } from './render-job.ts';
import { type RenderWorker, startRenderWorker } from './render-worker.ts';

export interface RenderPoolOptions {
  /** How many children at most; they are started when first needed. */
  readonly children: number;
  readonly timeoutMs: number;
  /** A child is replaced after so many papers: the typesetter's caches only grow. */
  readonly recycleAfter: number;
}

export interface RenderPool {
  /** Waits its turn when all children are busy. Throws what `RenderWorker.run` throws. */
  run(job: RenderJob): Promise<RenderAnswer>;
  /** The process ids of the children that live now. */
  processes(): readonly number[];
  /** Fails what waits or runs; after it no child is left. */
  close(): Promise<void>;
}

// A child above this is replaced as well (bytes of resident memory).
const memoryLimit = 900 * 1024 * 1024;

export function createRenderPool(options: RenderPoolOptions): RenderPool {
  const workers = new Set<RenderWorker>();
  const idle: RenderWorker[] = [];
  const waiting: { take: (worker: RenderWorker) => void; fail: (error: Error) => void }[] = [];
  const jobs = new Map<RenderWorker, number>();
  let isClosed = false;

  function start(): RenderWorker {
    const worker = startRenderWorker();
    workers.add(worker);
    return worker;
  }

  async function discard(worker: RenderWorker): Promise<void> {
    jobs.delete(worker);
    await worker.stop();
    workers.delete(worker);
  }

  async function borrow(): Promise<RenderWorker> {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.isAlive()) return worker;
      await discard(worker);
    }
    // Closing may have happened while a dead child was put away.
    if (isClosed) throw closed();
    if (workers.size < options.children) return start();
    return new Promise((take, fail) => waiting.push({ take, fail }));
  }

  function isWorn(worker: RenderWorker, rss: number): boolean {
    return (jobs.get(worker) ?? 0) >= options.recycleAfter || rss > memoryLimit || !worker.isAlive();
  }

  async function giveBack(worker: RenderWorker, rss: number): Promise<void> {
    jobs.set(worker, (jobs.get(worker) ?? 0) + 1);
    const isUsable = !isWorn(worker, rss);
    if (!isUsable) await discard(worker);
    // Whoever waits when the pool closes has been told by `close`.
    if (isClosed) return;
    const next = waiting.shift();
    if (next !== undefined) next.take(isUsable ? worker : start());
    else if (isUsable) idle.push(worker);
  }

  async function run(job: RenderJob): Promise<RenderAnswer> {
    const worker = await borrow();
    let rss = 0;
    try {
      const answer = await worker.run(job, options.timeoutMs);
      rss = answer.rss;
      return answer;
    } finally {
      await giveBack(worker, rss);
    }
  }

  return {
    run,
    processes: () => [...workers].filter((worker) => worker.isAlive()).flatMap(({ pid }) => pid ?? []),
    async close() {
      isClosed = true;
      for (const { fail } of waiting.splice(0)) fail(closed());
      await Promise.all([...workers].map(discard));
    },
  };
}

function closed(): SillokError {
  return new SillokError('DOCUMENT_RENDERER_FAILED', 'the renderer is closed');
}
