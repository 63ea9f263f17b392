import { setImmediate as breathe } from 'node:timers/promises';
import type { EventFilter, Position, StoredEvent, SubscribeOptions, SubscriptionMessage } from './event-store.ts';
import { ordinalOf, positionAt } from './positions.ts';
import type { WakeUps } from './wake-ups.ts';

/** A log in this process whose events are counted from 1, in the order in which they became visible. */
export interface CountedLog {
  /** The last event's number, 0 for an empty log. Throws EVENT_STORE_CLOSED. */
  end(): number;
  /** Prepares to read: events after the first number, up to and with the second, that match. */
  scan(filter: EventFilter | undefined): (after: number, upTo: number) => readonly StoredEvent[];
  readonly appended: WakeUps;
}

/** Read at once, between two breaths of the event loop. Below the 1,000 events that a checkpoint may lag behind. */
const pageSize = 512;

export async function* readLog(
  log: CountedLog,
  after: Position | undefined,
  filter: EventFilter | undefined,
): AsyncGenerator<StoredEvent> {
  const end = log.end();
  const scan = log.scan(filter);
  let at = startOf(log, after);
  while (at < end) {
    const upTo = Math.min(at + pageSize, end);
    yield* scan(at, upTo);
    at = upTo;
    await breathe();
    log.end();
  }
}

export async function* followLog(log: CountedLog, options: SubscribeOptions): AsyncGenerator<SubscriptionMessage> {
  const { signal } = options;
  const scan = log.scan(options.filter);
  let at = startOf(log, options.after);
  let isBehind = true;
  while (!signal.aborted) {
    const end = log.end();
    if (at < end) {
      const upTo = Math.min(at + pageSize, end);
      yield* untilAborted(messagesOf(scan(at, upTo), upTo), signal);
      at = upTo;
      isBehind = true;
      if (at < end) await breathe();
    } else if (isBehind) {
      isBehind = false;
      yield { kind: 'caught-up' };
    } else {
      await log.appended.next(signal);
    }
  }
}

function* messagesOf(events: readonly StoredEvent[], upTo: number): Generator<SubscriptionMessage> {
  for (const event of events) yield { kind: 'event', event };
  yield { kind: 'checkpoint', position: positionAt(upTo) };
}

function* untilAborted<T>(messages: Iterable<T>, signal: AbortSignal): Generator<T> {
  for (const message of messages) {
    if (signal.aborted) return;
    yield message;
  }
}

// A reader that is ahead of its log (restored from an older backup, say) would silently miss what is appended next.
function startOf(log: CountedLog, after: Position | undefined): number {
  const start = ordinalOf(after);
  if (start > log.end()) throw new RangeError(`position ${start} lies beyond the end of this log`);
  return start;
}
