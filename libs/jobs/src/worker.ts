import type { EventFilter, EventStore } from '@sillok/event-store';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { type Alarm, follow } from './follow.ts';
import { pause } from './pause.ts';
import { createProgress } from './progress.ts';
import type { Running } from './reaction.ts';
import { createSlots, type Slots } from './slots.ts';

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
  /** How many may be performed at once. One that failed and waits for its next attempt stands in nobody's way. */
  readonly concurrency?: number;
  readonly onAlarm: (alarm: Alarm) => void;
}

/**
 * Pending means intent without outcome, by fold over the log: losing every checkpoint repeats nothing that was
 * finished. While the log is being caught up nothing is performed, so a replay can't reach the outside.
 */
export function startWorker(options: WorkerOptions): Running {
  const { name, store, catalogue, filter } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = createProgress(name);
  const slots = createSlots(options.concurrency ?? 1);
  const pending = new Map<string, RecordedEvent>();
  /** Asked for since the last time that nothing more waited in the log. */
  const fresh = new Set<string>();
  /** From the first attempt until the outcome comes back through the log. */
  const claimed = new Set<string>();
  const performing = new Set<Promise<void>>();

  function note(event: RecordedEvent): void {
    const done = options.outcomeOf(event);
    if (done !== undefined) {
      pending.delete(done);
      claimed.delete(done);
    }
    const asked = options.intentOf(event);
    if (asked === undefined) return;
    pending.set(asked, event);
    fresh.add(asked);
  }

  function start(key: string, intent: RecordedEvent): void {
    if (claimed.has(key)) return;
    claimed.add(key);
    const isPending = () => pending.has(key) && !signal.aborted;
    const work = untilPerformed(options, slots, { intent, key, isPending, signal });
    performing.add(work);
    void work.then(() => performing.delete(work));
  }

  const running = follow({
    name,
    store,
    catalogue,
    filter,
    signal,
    async onEvent(event) {
      note(event);
      progress.moved(event.position);
    },
    async onCheckpoint(position) {
      progress.moved(position);
    },
    async onCaughtUp() {
      for (const key of fresh) {
        const intent = pending.get(key);
        if (intent !== undefined) start(key, intent);
      }
      fresh.clear();
    },
  })
    .catch((error: unknown) => {
      if (!signal.aborted) options.onAlarm({ where: name, message: 'worker halted', error });
      stopping.abort();
    })
    .finally(progress.ended);

  return {
    async settled() {
      await progress.behindNow(store, filter);
      const asked = [...pending.keys()];
      await progress.until(() => !asked.some((key) => pending.has(key)));
    },
    async stop() {
      stopping.abort();
      await Promise.all([running, ...performing]);
    },
  };
}

interface Work {
  readonly intent: RecordedEvent;
  readonly key: string;
  readonly isPending: () => boolean;
  readonly signal: AbortSignal;
}

/** Tries until it went well once; then the outcome is in the log and comes back from there. */
async function untilPerformed(
  options: WorkerOptions,
  slots: Slots,
  { intent, key, isPending, signal }: Work,
): Promise<void> {
  for (let attempt = 0; isPending(); attempt += 1) {
    const release = await slots.take();
    try {
      if (isPending()) await options.perform(intent, key);
      return;
    } catch (error) {
      options.onAlarm({ where: options.name, message: `${intent.type} not performed, attempt ${attempt + 1}`, error });
    } finally {
      release();
    }
    await pause(Math.min(100 * 2 ** attempt, 30_000), signal);
  }
}
