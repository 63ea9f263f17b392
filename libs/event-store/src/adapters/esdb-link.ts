import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from '@eventstore/db-client';
import { EventStoreDBClient } from '@eventstore/db-client';
import { storeClosed } from '../store-faults.ts';
import { esdbFault, isPassing } from './esdb-faults.ts';

/** What every call needs: the client, whose log it is, and how long to try. */
export interface EsdbLink {
  readonly client: EventStoreDBClient;
  readonly log: string;
  /** For every call, beside what the connection string says: see `credentialsIn`. */
  readonly call: { readonly credentials: Credentials; readonly requiresLeader: true };
  /** Tries after the first, each half as long again apart, from 50 ms to 2 s. */
  readonly retries: number;
  /** Aborts when the store closes. */
  readonly closing: AbortSignal;
}

export function assertOpen(link: EsdbLink): void {
  if (link.closing.aborted) throw storeClosed();
}

/** Does it again while what fails is passing; throws EVENT_STORE_UNAVAILABLE at the end of its patience. */
export async function persisting<T>(link: EsdbLink, attempt: (tries: number) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(tries);
    } catch (error) {
      if (!isPassing(error) || tries >= link.retries) throw esdbFault(error);
    }
    await pause(tries);
  }
}

/** Reads again while what fails is passing, patient anew after each item. Ends with the reading or on abort. */
export async function* readingAgain<T>(
  signal: AbortSignal,
  retries: number,
  read: () => AsyncIterable<T>,
): AsyncGenerator<T> {
  const patience = { tries: 0 };
  while (!signal.aborted) {
    const failure = yield* untilBroken(read(), signal, patience);
    if (failure === undefined || signal.aborted) return;
    if (!isPassing(failure.error) || patience.tries >= retries) throw esdbFault(failure.error);
    await pause(patience.tries, signal);
    patience.tries += 1;
  }
}

async function* untilBroken<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
  patience: { tries: number },
): AsyncGenerator<T, { readonly error: unknown } | undefined> {
  try {
    for await (const item of items) {
      if (signal.aborted) return undefined;
      patience.tries = 0;
      yield item;
    }
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Ends early, without an error, when a signal aborts. */
async function pause(tries: number, signal?: AbortSignal): Promise<void> {
  const milliseconds = Math.min(2_000, 50 * 1.5 ** tries);
  await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

export function connect(connectionString: string): EventStoreDBClient {
  return EventStoreDBClient.connectionString(connectionString);
}

export async function disconnect(client: EventStoreDBClient): Promise<void> {
  // Ends the calls; not waited for, because a reader that stopped midway never says that it ended.
  void client.dispose();
  // That leaves the connection open, which would keep the process alive.
  const getChannel: unknown = Reflect.get(client, 'getChannel');
  if (typeof getChannel !== 'function') return;
  const channel: unknown = await Promise.resolve(getChannel()).catch(() => undefined);
  if (typeof channel !== 'object' || channel === null || !('close' in channel)) return;
  if (typeof channel.close === 'function') channel.close();
}

/**
 * Named at every call, for two reasons. The client sends a call with credentials by itself; one without goes into a
 * batch that all clients of a process share, where one lost connection fails the appends of every other log, and its
 * late answers end the process. And a server without TLS is sent none, whatever is named.
 * Throws a RangeError where the connection is secure and names no user.
 */
export function credentialsIn(connectionString: string): Credentials {
  const [, username, password] = /^esdb(?:\+discover)?:\/\/([^:@/]+):([^@/]*)@/.exec(connectionString) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (/[?&]tls=false(&|$)/i.test(connectionString)) return { username: 'nobody', password: '' };
  throw new RangeError('a secure connection to the event store names a user: esdb://user:password@host:port');
}
