import type { EventStore, EventToAppend, SubscriptionMessage } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';

/** A fresh, empty log; the suite closes it. */
export type OpenStore = () => Promise<EventStore>;

export interface StoreTraits {
  /** All logs that are opened lie in one order, so that the end of one is the end of all. */
  readonly sharesPositions?: boolean;
}

/** Closes the log with the test: `await using store = await opened(open)`. */
export async function opened(open: OpenStore): Promise<AsyncDisposable & { readonly log: EventStore }> {
  const log = await open();
  return { log, [Symbol.asyncDispose]: () => log.close() };
}

let made = 0;

/** An event that nobody made before. `note` is what its bytes say. */
export function someEvent(note: unknown = null, type = 'test.Happened.v1'): EventToAppend {
  made += 1;
  const id = `event-${String(made).padStart(6, '0')}`;
  return { id, type, bytes: new TextEncoder().encode(JSON.stringify({ id, note })), mac: `mac of ${id}` };
}

export function someEvents(count: number, note?: unknown, type?: string): EventToAppend[] {
  return Array.from({ length: count }, () => someEvent(note, type));
}

/** One stream of so many events, appended a hundred at a time. */
export async function fill(store: EventStore, stream: string, count: number, type?: string): Promise<void> {
  for (let from = 0; from < count; from += 100) {
    await store.append(stream, from - 1, someEvents(Math.min(100, count - from), null, type));
  }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

export async function idsOf(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  return (await all(items)).map((item) => item.id);
}

/** Takes messages until the last one taken satisfies; the subscription goes on. */
export async function takeUntil(
  messages: AsyncIterator<SubscriptionMessage>,
  isLast: (message: SubscriptionMessage) => boolean,
): Promise<SubscriptionMessage[]> {
  const taken: SubscriptionMessage[] = [];
  while (true) {
    const next = await messages.next();
    if (next.done === true) return taken;
    taken.push(next.value);
    if (isLast(next.value)) return taken;
  }
}

export function isCaughtUp(message: SubscriptionMessage): boolean {
  return message.kind === 'caught-up';
}

export function eventIds(messages: readonly SubscriptionMessage[]): string[] {
  return messages.flatMap((message) => (message.kind === 'event' ? [message.event.id] : []));
}

export function faultOf(settled: PromiseSettledResult<unknown>): string {
  if (settled.status === 'fulfilled') return 'none';
  return settled.reason instanceof SillokError ? settled.reason.code : String(settled.reason);
}
