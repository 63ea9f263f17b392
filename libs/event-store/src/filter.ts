import type { EventFilter, StoredEvent } from './event-store.ts';

/** Whether a reader with this filter wants that event. */
export function matchesFilter(event: Pick<StoredEvent, 'stream' | 'type'>, filter: EventFilter = {}): boolean {
  return beginsWithOne(event.stream, filter.streamPrefixes) && beginsWithOne(event.type, filter.typePrefixes);
}

function beginsWithOne(text: string, prefixes: readonly string[] | undefined): boolean {
  return prefixes === undefined || prefixes.some((prefix) => text.startsWith(prefix));
}
