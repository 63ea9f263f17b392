import type { EventFilter, EventStore } from '@sillok/event-store';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { type Alarm, follow } from './follow.ts';
import { pause } from './pause.ts';

export interface ReactionOptions {
  readonly name: string;
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly filter: EventFilter;
  /** Decides and appends, nothing else; must be harmless when the same event comes again. */
  readonly react: (event: RecordedEvent) => Promise<void>;
  readonly onAlarm: (alarm: Alarm) => void;
}

export interface Running {
  /** Answers when all events that were in the log at the call are behind. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One event after the other, in log order. There is no checkpoint to lose: a restart reads the log again, and the
 * commands of a reaction are named after the event that caused them, so what was done already is remembered there.
 */
export function startReaction(options: ReactionOptions): Running {
  const stopping = new AbortController();
  let caughtUp = 0;
  const waiters = new Set<() => void>();
  const running = follow({
    name: options.name,
    store: options.store,
    catalogue: options.catalogue,
    filter: options.filter,
    signal: stopping.signal,
    onEvent: (event) => untilDone(options, event, stopping.signal),
    async onCaughtUp() {
      caughtUp += 1;
      for (const resolve of waiters) resolve();
      waiters.clear();
    },
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) options.onAlarm({ where: options.name, message: 'reaction halted', error });
  });

  return {
    settled: () => (caughtUp > 0 ? Promise.resolve() : new Promise((resolve) => waiters.add(resolve))),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** An event that can't be handled now is tried again, later and later; the log's order is never left. */
async function untilDone(options: ReactionOptions, event: RecordedEvent, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await options.react(event);
      return;
    } catch (error) {
      options.onAlarm({ where: options.name, message: `${event.type} not handled, attempt ${attempt + 1}`, error });
      await pause(Math.min(100 * 2 ** attempt, 30_000), signal);
    }
  }
}
