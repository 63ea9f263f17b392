import type { EventFilter, EventStore } from '@sillok/event-store';
import type { Catalogue, RecordedEvent } from '@sillok/journal';
import { type Alarm, follow } from './follow.ts';
import { pause } from './pause.ts';
import { createProgress } from './progress.ts';

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
  /**
   * Answers when all events that were in the log at the call are behind, and what they asked for is answered. Throws
   * UNEXPECTED when it was stopped, or has halted, before.
   */
  settled(): Promise<void>;
  /** What is under way is finished first. */
  stop(): Promise<void>;
}

/**
 * One event after the other, in log order. There is no checkpoint to lose: a restart reads the log again, and the
 * commands of a reaction are named after the event that caused them, so what was done already is remembered there.
 */
export function startReaction(options: ReactionOptions): Running {
  const { name, store, catalogue, filter } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = createProgress(name);
  const running = follow({
    name,
    store,
    catalogue,
    filter,
    signal,
    async onEvent(event) {
      if (await isDone(options, event, signal)) progress.moved(event.position);
    },
    async onCheckpoint(position) {
      if (!signal.aborted) progress.moved(position);
    },
  })
    .catch((error: unknown) => {
      if (!signal.aborted) options.onAlarm({ where: name, message: 'reaction halted', error });
    })
    .finally(progress.ended);

  return {
    settled: () => progress.behindNow(store, filter),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** An event that can't be handled now is tried again, later and later; the log's order is never left. */
async function isDone(options: ReactionOptions, event: RecordedEvent, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await options.react(event);
      return true;
    } catch (error) {
      options.onAlarm({ where: options.name, message: `${event.type} not handled, attempt ${attempt + 1}`, error });
      await pause(Math.min(100 * 2 ** attempt, 30_000), signal);
    }
  }
  return false;
}
