import type { EventFilter, EventStore } from '@sillok/event-store';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { type Alarm, follow } from './follow.ts';
import { pause } from './pause.ts';
import type { Running } from './reaction.ts';

export interface WorkerOptions {
  readonly name: string;
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  /** Must let through every intent and every outcome. */
  readonly filter: EventFilter;
  /** The key of the work that this event asks for, or `undefined`. */
  readonly intentOf: (event: RecordedEvent) => string | undefined;
  /** The key of the work that this event answers, or `undefined`. */
  readonly outcomeOf: (event: RecordedEvent) => string | undefined;
  /** Has the effect and appends the outcome. Effects are keyed by the intent, so that a second run finds the first's. */
  readonly perform: (intent: RecordedEvent, key: string) => Promise<void>;
  readonly concurrency?: number;
  readonly onAlarm: (alarm: Alarm) => void;
}

/**
 * Pending means intent without outcome, by fold over the log: losing every checkpoint repeats nothing that was
 * finished. While the log is being caught up nothing is performed, so a replay can't reach the outside.
 */
export function startWorker(options: WorkerOptions): Running {
  const stopping = new AbortController();
  const pending = new Map<string, RecordedEvent>();
  const claimed = new Set<string>();
  const idle = new Set<() => void>();
  let live = false;

  function note(event: RecordedEvent): void {
    const done = options.outcomeOf(event);
    if (done !== undefined) pending.delete(done);
    const asked = options.intentOf(event);
    if (asked !== undefined) pending.set(asked, event);
  }

  function pump(): void {
    if (!live || stopping.signal.aborted) return;
    for (const [key, intent] of pending) {
      if (claimed.size >= (options.concurrency ?? 1)) return;
      if (!claimed.has(key)) void perform(key, intent);
    }
    if (pending.size === 0) {
      for (const resolve of idle) resolve();
      idle.clear();
    }
  }

  const performing = new Set<Promise<void>>();
  async function perform(key: string, intent: RecordedEvent): Promise<void> {
    claimed.add(key);
    const work = untilPerformed(options, intent, key, stopping.signal, () => pending.has(key));
    performing.add(work);
    await work;
    performing.delete(work);
    claimed.delete(key);
    pump();
  }

  const running = follow({
    name: options.name,
    store: options.store,
    catalogue: options.catalogue,
    filter: options.filter,
    signal: stopping.signal,
    async onEvent(event) {
      note(event);
      pump();
    },
    async onCaughtUp() {
      live = true;
      pump();
    },
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) options.onAlarm({ where: options.name, message: 'worker halted', error });
  });

  return {
    settled: () => (live && pending.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.add(resolve))),
    async stop() {
      stopping.abort();
      await Promise.all([running, ...performing]);
    },
  };
}

async function untilPerformed(
  options: WorkerOptions,
  intent: RecordedEvent,
  key: string,
  signal: AbortSignal,
  stillPending: () => boolean,
): Promise<void> {
  for (let attempt = 0; !signal.aborted && stillPending(); attempt += 1) {
    try {
      await options.perform(intent, key);
      // The outcome comes back through the log; until then the key stays claimed.
      while (stillPending() && !signal.aborted) await pause(2, signal);
      return;
    } catch (error) {
      options.onAlarm({ where: options.name, message: `${intent.type} not performed, attempt ${attempt + 1}`, error });
      await pause(Math.min(100 * 2 ** attempt, 30_000), signal);
    }
  }
}
