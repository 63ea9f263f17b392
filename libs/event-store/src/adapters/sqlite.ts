import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CountedLog } from '../counted-log.ts';
import { followLog, readLog } from '../counted-log.ts';
import type { EventStore, StoredEvent } from '../event-store.ts';
import { checkAppend } from '../limits.ts';
import { storeClosed } from '../store-faults.ts';
import { createWakeUps } from '../wake-ups.ts';
import { foundFile, lockFile } from './sqlite-file.ts';
import type { SqliteReader } from './sqlite-reader.ts';
import { openReader } from './sqlite-reader.ts';
import { startWriterThread } from './sqlite-writer-thread.ts';

/** A folder holds the log as `events.sqlite` and is made where it is missing. `maxBytes` bounds the file (DISK_FULL). */
export type SqliteEventStoreOptions = ({ readonly folder: string } | { readonly file: string }) & {
  readonly maxBytes?: number;
};

/**
 * The log in one SQLite file: one writer thread that commits many appends together, readers on a connection of their
 * own. Throws DATA_FOLDER_IN_USE, DATA_FOLDER_NEWER, DATA_FOLDER_DAMAGED or DISK_FULL where it cannot open.
 */
export function sqliteEventStore(options: SqliteEventStoreOptions): EventStore {
  const file = fileOf(options);
  const lock = lockFile(file);
  try {
    foundFile(file);
    return openStore(file, options.maxBytes, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openStore(file: string, maxBytes: number | undefined, lock: { release(): void }): EventStore {
  const reader = openReader(file);
  const log = guardedLog(reader);
  const writer = startWriterThread({ file, maxBytes }, { onAppended: log.appended.wake, onEnd: log.stop });
  let closing: Promise<void> | undefined;
  return {
    async append(stream, expectedRevision, events) {
      checkAppend(stream, expectedRevision, events);
      log.assertOpen();
      return writer.append(stream, expectedRevision, events);
    },
    readStream: (stream, fromRevision = 0) => readPages(log, reader, stream, fromRevision),
    readAll: (after, filter) => readLog(log, after, filter),
    subscribe: (subscription) => followLog(log, subscription),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };

  async function closeAll(): Promise<void> {
    log.stop();
    // The writer must be the last to leave: only a connection that may write folds the write-ahead log in.
    reader.close();
    await writer.stop();
    lock.release();
  }
}

interface GuardedLog extends CountedLog {
  assertOpen(): void;
  stop(cause?: unknown): void;
}

function guardedLog(reader: SqliteReader): GuardedLog {
  const appended = createWakeUps();
  let end: { readonly cause: unknown } | undefined;
  const assertOpen = () => {
    if (end !== undefined) throw storeClosed(end.cause);
  };
  return {
    appended,
    assertOpen,
    stop(cause) {
      end ??= { cause };
      appended.wake();
    },
    end() {
      assertOpen();
      return reader.end();
    },
    scan(filter) {
      assertOpen();
      return reader.scan(filter);
    },
  };
}

const pageSize = 512;

async function* readPages(
  log: GuardedLog,
  reader: SqliteReader,
  stream: string,
  fromRevision: number,
): AsyncGenerator<StoredEvent> {
  let next = fromRevision;
  while (true) {
    log.assertOpen();
    const page = reader.stream(stream, next, pageSize);
    yield* page;
    if (page.length < pageSize) return;
    next += page.length;
    await breathe();
  }
}

function fileOf(options: SqliteEventStoreOptions): string {
  if ('file' in options) return options.file;
  mkdirSync(options.folder, { recursive: true });
  return join(options.folder, 'events.sqlite');
}
