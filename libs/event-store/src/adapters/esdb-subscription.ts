import type { AllStreamSubscription } from '@eventstore/db-client';
import { START, streamNameFilter, UnavailableError } from '@eventstore/db-client';
import type { Position, StoredEvent } from '../event-store.ts';
import { createWakeUps } from '../wake-ups.ts';
import { storedEvent } from './esdb-events.ts';
import type { EsdbLink } from './esdb-link.ts';
import type { LogPlace } from './esdb-positions.ts';
import { placeOf, positionOf } from './esdb-positions.ts';

/** What one subscription of the server's tells; positions rise. */
export type Told =
  | { readonly kind: 'event'; readonly event: StoredEvent; readonly position: Position }
  /** Whatever lies up to here is of other logs. */
  | { readonly kind: 'passed'; readonly position: Position }
  /** All that was there when it was said has been told. */
  | { readonly kind: 'live' }
  /** Something was told, and nothing has arrived that was not. */
  | { readonly kind: 'drained' };

/** Events of this log after a position. Ends when the signal aborts; throws what breaks it. */
export async function* tell(link: EsdbLink, after: Position | undefined, signal: AbortSignal): AsyncGenerator<Told> {
  const source = open(link, after);
  try {
    let isDrained = true;
    while (!signal.aborted) {
      const told = source.next();
      if (told !== undefined) {
        isDrained = false;
        yield told;
        continue;
      }
      source.assertWhole();
      if (!isDrained) {
        isDrained = true;
        yield { kind: 'drained' };
      } else await source.changed.next(signal);
    }
  } finally {
    source.close();
  }
}

function open(link: EsdbLink, after: Position | undefined) {
  const changed = createWakeUps();
  const marks: { readonly due: number; readonly told: Told }[] = [];
  let taken = 0;
  let broken: { readonly error: unknown } | undefined;

  // Marks come beside the events, while some of those still wait in the stream's buffer: they are due after them.
  function mark(told: Told): void {
    marks.push({ due: taken + subscription.readableLength, told });
    changed.wake();
  }
  function breakOff(error: unknown): void {
    broken ??= { error };
    changed.wake();
  }

  const subscription = subscribe(link, after, (place) => mark({ kind: 'passed', position: positionOf(place) }));
  subscription.on('caughtUp', () => mark({ kind: 'live' }));
  subscription.on('readable', changed.wake);
  subscription.on('error', breakOff);
  // A server that stops ends its subscriptions in good order.
  subscription.on('end', () => breakOff(new UnavailableError()));
  return {
    changed,
    next(): Told | undefined {
      if ((marks[0]?.due ?? Number.POSITIVE_INFINITY) <= taken) return marks.shift()?.told;
      const resolved = subscription.read();
      if (resolved === null) return undefined;
      taken += 1;
      const event = storedEvent(link.log, resolved);
      return { kind: 'event', event, position: event.position };
    },
    assertWhole(): void {
      if (broken !== undefined) throw broken.error;
    },
    close(): void {
      subscription.unsubscribe().catch(() => undefined);
      subscription.destroy();
    },
  };
}

function subscribe(
  link: EsdbLink,
  after: Position | undefined,
  onPassed: (place: LogPlace) => void,
): AllStreamSubscription {
  const filter = streamNameFilter({
    prefixes: [`${link.log}/`],
    maxSearchWindow: 500,
    checkpointInterval: 2,
    checkpointReached: async (_subscription, place) => onPassed(place),
  });
  const fromPosition = after === undefined ? START : placeOf(after);
  return link.client.subscribeToAll({ ...link.call, fromPosition, filter }, { highWaterMark: 256 });
}
