import type { EventStore, Position } from '../event-store.ts';
import { checkAppend } from '../limits.ts';
import { comparePositions } from '../positions.ts';
import { appendSurely } from './esdb-append.ts';
import { follow } from './esdb-following.ts';
import type { EsdbLink } from './esdb-link.ts';
import { assertOpen, connect, credentialsIn, disconnect } from './esdb-link.ts';
import { readAll, readStream } from './esdb-reading.ts';
import { inTurns } from './esdb-turns.ts';

export interface EsdbEventStoreOptions {
  /** `esdb://user:password@host:2113?tlsCAFile=…`, or `esdb+discover://…` for a cluster. */
  readonly connectionString: string;
  /** Names the log on its server, whose streams are `<log>/<stream>`: letters, digits, `.`, `_` and `-`. */
  readonly log: string;
  /** How often a read or an append is tried again, 12 unless told: about 15 seconds where nobody answers. */
  readonly retries?: number;
}

/**
 * The log on a server or cluster of EventStoreDB or KurrentDB, 23.10 or later, beside any number of other logs.
 * Nothing is asked of the server before the first call. EVENT_STORE_UNAVAILABLE where it can't be reached or refuses;
 * an append that ends so may have been stored or not. A RangeError for a connection or a log that can't be named so.
 */
export function esdbEventStore({ connectionString, log, retries = 12 }: EsdbEventStoreOptions): EventStore {
  if (!/^[\w.-]+$/.test(log)) throw new RangeError(`"${log}" does not name a log`);
  const closing = new AbortController();
  const call = { credentials: credentialsIn(connectionString), requiresLeader: true } as const;
  const link: EsdbLink = { client: connect(connectionString), log, call, retries, closing: closing.signal };
  const inTurn = inTurns();
  const underWay = new Set<Promise<unknown>>();
  let lastAppended: Position | undefined;
  let closed: Promise<void> | undefined;
  return {
    async append(stream, expectedRevision, events) {
      checkAppend(stream, expectedRevision, events);
      assertOpen(link);
      const given = events.map((event) => ({ ...event, bytes: new Uint8Array(event.bytes) }));
      const appending = inTurn(stream, expectedRevision, () => appendSurely(link, stream, expectedRevision, given));
      underWay.add(appending);
      try {
        const result = await appending;
        lastAppended = laterOf(lastAppended, result.position);
        return result;
      } finally {
        underWay.delete(appending);
      }
    },
    readStream: (stream, fromRevision = 0) => readStream(link, stream, fromRevision),
    readAll: (after, filter) => readAll(link, after, filter),
    subscribe: (options) => follow(link, options, () => lastAppended),
    close() {
      closed ??= closeAll();
      return closed;
    },
  };

  async function closeAll(): Promise<void> {
    closing.abort();
    await Promise.allSettled(underWay);
    await disconnect(link.client);
  }
}

function laterOf(left: Position | undefined, right: Position): Position {
  return left !== undefined && comparePositions(left, right) > 0 ? left : right;
}
