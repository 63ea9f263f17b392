import type { CountedLog } from '../counted-log.ts';
import { followLog, readLog } from '../counted-log.ts';
import type { AppendResult, EventStore, EventToAppend, StoredEvent } from '../event-store.ts';
import { matchesFilter } from '../filter.ts';
import { checkAppend } from '../limits.ts';
import { positionAt } from '../positions.ts';
import { storeClosed, wrongRevision } from '../store-faults.ts';
import { createWakeUps } from '../wake-ups.ts';

/** Keeps nothing: for tests, and for a log that may be forgotten. */
export function inMemoryEventStore(): EventStore {
  const memory: Memory = { events: [], streams: new Map(), isClosed: false };
  const log = countedLog(memory);
  return {
    async append(stream, expectedRevision, events) {
      checkAppend(stream, expectedRevision, events);
      log.end();
      const result = append(memory, stream, expectedRevision, events);
      log.appended.wake();
      return result;
    },
    async *readStream(stream, fromRevision = 0) {
      log.end();
      for (const event of (memory.streams.get(stream) ?? []).slice(fromRevision)) yield copyOf(event);
    },
    readAll: (after, filter) => readLog(log, after, filter),
    subscribe: (options) => followLog(log, options),
    async close() {
      memory.isClosed = true;
      log.appended.wake();
    },
  };
}

interface Memory {
  readonly events: StoredEvent[];
  readonly streams: Map<string, StoredEvent[]>;
  isClosed: boolean;
}

function countedLog(memory: Memory): CountedLog {
  return {
    end() {
      if (memory.isClosed) throw storeClosed();
      return memory.events.length;
    },
    scan: (filter) => (after, upTo) =>
      memory.events
        .slice(after, upTo)
        .filter((event) => matchesFilter(event, filter))
        .map(copyOf),
    appended: createWakeUps(),
  };
}

function append(memory: Memory, name: string, expected: number, events: readonly EventToAppend[]): AppendResult {
  const stream = memory.streams.get(name) ?? [];
  const actual = stream.length - 1;
  if (actual !== expected) throw wrongRevision(name, expected, actual);
  memory.streams.set(name, stream);
  for (const event of events) {
    const position = positionAt(memory.events.length + 1);
    const stored = copyOf({ ...event, position, stream: name, revision: stream.length });
    stream.push(stored);
    memory.events.push(stored);
  }
  return { position: positionAt(memory.events.length), revision: stream.length - 1 };
}

// Whoever changes the bytes that it gave or got must not change the log.
function copyOf(event: StoredEvent): StoredEvent {
  const { id, type, mac, position, stream, revision } = event;
  return { id, type, mac, position, stream, revision, bytes: new Uint8Array(event.bytes) };
}
