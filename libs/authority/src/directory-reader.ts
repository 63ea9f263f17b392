import type { EventStore, Position, StoredEvent } from '@sillok/event-store';
import type { Catalogue, Recorded, RecordedEvent } from '@sillok/journal';
import type { DirectoryEvent } from '@sillok/schemas/events/directory/all';
import { applyDirectoryEvent, type DirectoryState, emptyDirectory } from './directory-state.ts';

export interface DirectoryReader {
  /** Everything the log says now: reads on from where it stopped, so a decision never rests on an older directory. */
  latest(): Promise<DirectoryState>;
}

export interface DirectoryReaderOptions {
  readonly store: EventStore;
  readonly catalogue: Catalogue;
  readonly open: (event: RecordedEvent) => Promise<Record<string, unknown>>;
}

export function createDirectoryReader(options: DirectoryReaderOptions): DirectoryReader {
  const state = emptyDirectory();
  let after: Position | undefined;
  let reading: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function readOn(): Promise<void> {
    const enough = new AbortController();
    // Checkpoints say how far was looked: the next reading need not pass over everybody else's events again.
    const messages = options.store.subscribe({
      after,
      filter: { typePrefixes: ['directory.'] },
      signal: enough.signal,
    });
    try {
      for await (const message of messages) {
        if (message.kind === 'caught-up') return;
        if (message.kind === 'event') await take(message.event);
        after = message.kind === 'event' ? message.event.position : message.position;
      }
    } finally {
      enough.abort();
    }
  }

  async function take(stored: StoredEvent): Promise<void> {
    const event = options.catalogue.decode(stored);
    // The filter lets only the directory's own types through.
    applyDirectoryEvent(state, event as Recorded<DirectoryEvent>, await options.open(event));
  }

  return {
    async latest() {
      // A reading that begins after the call knows all that was there; whoever asks meanwhile shares it. One that
      // failed is its askers' trouble: the next one goes on from the same place.
      next ??= reading
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          reading = readOn();
          return reading;
        });
      await next;
      return state;
    },
  };
}
