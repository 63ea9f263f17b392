import type { EventFilter, EventStore, Position } from '@sillok/event-store';
import type { Catalogue, RecordedEvent } from '@sillok/journal';

export interface Alarm {
  readonly where: string;
  readonly message: string;
  readonly error?: unknown;
}

export interface FollowOptions {
  readonly name: string;
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly filter: EventFilter;
  readonly after?: Position | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RecordedEvent) => Promise<void>;
  readonly onCaughtUp?: () => Promise<void>;
  readonly onCheckpoint?: (position: Position) => Promise<void>;
}

/**
 * Reads the log in order, one event after the other, until told to stop. An event that the filter lets through and
 * the catalogue doesn't know ends it (EVENT_VERSION_UNKNOWN), as does whatever a callback throws.
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { store, catalogue, filter, after, signal } = options;
  for await (const message of store.subscribe({ after, filter, signal })) {
    if (message.kind === 'event') await options.onEvent(catalogue.decode(message.event));
    else if (message.kind === 'caught-up') await options.onCaughtUp?.();
    else await options.onCheckpoint?.(message.position);
  }
}
