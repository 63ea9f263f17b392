import type { EventStore, Position } from '@sillok/event-store';
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

  async function readOn(): Promise<void> {
    for await (const stored of options.store.readAll(after, { typePrefixes: ['directory.'] })) {
      const event = options.catalogue.decode(stored);
      // The filter lets only the directory's own types through.
      applyDirectoryEvent(state, event as Recorded<DirectoryEvent>, await options.open(event));
      after = stored.position;
    }
  }

  return {
    async latest() {
      reading = reading.then(readOn);
      await reading;
      return state;
    },
  };
}
