import type { Position, SubscribeOptions, SubscriptionMessage } from '../event-store.ts';
import { matchesFilter } from '../filter.ts';
import { comparePositions } from '../positions.ts';
import type { EsdbLink } from './esdb-link.ts';
import { assertOpen } from './esdb-link.ts';
import { checkedEnd, tellOn } from './esdb-reading.ts';
import type { Told } from './esdb-subscription.ts';

const checkpointEvery = 500;

/** A subscription never gives up: whoever waits for a server that is down wants to go on when it is up again. */
export async function* follow(
  link: EsdbLink,
  { after, filter, signal }: SubscribeOptions,
  lastAppended: () => Position | undefined,
): AsyncGenerator<SubscriptionMessage> {
  assertOpen(link);
  if (signal.aborted) return;
  await checkedEnd(link, after);
  const pace: Pace = { at: after, unmarked: 0, isLive: false, isBehind: true };
  for await (const told of tellOn(link, after, signal, Number.POSITIVE_INFINITY)) {
    if (told.kind === 'event' && matchesFilter(told.event, filter)) {
      yield { kind: 'event', event: told.event };
      if (signal.aborted) return;
    }
    yield* messagesAfter(told, pace, lastAppended());
  }
}

interface Pace {
  at: Position | undefined;
  /** Events since the last checkpoint. */
  unmarked: number;
  isLive: boolean;
  /** Something was told since the last caught-up. */
  isBehind: boolean;
}

/** Checkpoints and caught-up where they are due after what was told. */
function* messagesAfter(told: Told, pace: Pace, lastAppended: Position | undefined): Generator<SubscriptionMessage> {
  if (told.kind === 'live') pace.isLive = true;
  if (told.kind === 'drained') yield* caughtUp(pace, lastAppended);
  if (told.kind === 'passed') yield* checkpoint(pace);
  if (told.kind === 'passed') pace.at = told.position;
  if (told.kind !== 'event') return;
  pace.at = told.position;
  pace.unmarked += 1;
  pace.isBehind = true;
  if (pace.unmarked >= checkpointEvery) yield* checkpoint(pace);
}

function* checkpoint(pace: Pace): Generator<SubscriptionMessage> {
  if (pace.unmarked > 0 && pace.at !== undefined) yield { kind: 'checkpoint', position: pace.at };
  pace.unmarked = 0;
}

function* caughtUp(pace: Pace, lastAppended: Position | undefined): Generator<SubscriptionMessage> {
  if (!pace.isLive || !pace.isBehind || isBefore(pace.at, lastAppended)) return;
  pace.isBehind = false;
  yield* checkpoint(pace);
  yield { kind: 'caught-up' };
}

/** What this process was told to be stored is surely under way to here. */
function isBefore(at: Position | undefined, lastAppended: Position | undefined): boolean {
  return lastAppended !== undefined && (at === undefined || comparePositions(at, lastAppended) < 0);
}
