import { END, StreamNotFoundError } from '@eventstore/db-client';
import type { EventFilter, Position, StoredEvent } from '../event-store.ts';
import { matchesFilter } from '../filter.ts';
import { comparePositions } from '../positions.ts';
import { nameOf } from './esdb-append.ts';
import { storedEvent } from './esdb-events.ts';
import type { EsdbLink } from './esdb-link.ts';
import { assertOpen, persisting, readingAgain } from './esdb-link.ts';
import { positionOf } from './esdb-positions.ts';
import type { Told } from './esdb-subscription.ts';
import { tell } from './esdb-subscription.ts';

export async function* readStream(link: EsdbLink, stream: string, fromRevision: number): AsyncGenerator<StoredEvent> {
  let next = fromRevision;
  for await (const event of readingAgain(link.closing, link.retries, () => readOnce(link, stream, next))) {
    next = event.revision + 1;
    yield event;
  }
  assertOpen(link);
}

async function* readOnce(link: EsdbLink, stream: string, fromRevision: number): AsyncGenerator<StoredEvent> {
  const reading = link.client.readStream(nameOf(link, stream), { ...link.call, fromRevision: BigInt(fromRevision) });
  try {
    for await (const resolved of reading) yield storedEvent(link.log, resolved);
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  } finally {
    reading.cancel().catch(() => undefined);
  }
}

/** The server tells until it says that all was told; what came after the end of the beginning is left to others. */
export async function* readAll(
  link: EsdbLink,
  after: Position | undefined,
  filter: EventFilter | undefined,
): AsyncGenerator<StoredEvent> {
  const end = await checkedEnd(link, after);
  if (end === undefined) return;
  for await (const told of tellOn(link, after, link.closing, link.retries)) {
    if (told.kind === 'live') return;
    if (told.kind === 'drained') continue;
    if (comparePositions(told.position, end) > 0) return;
    if (told.kind === 'event' && matchesFilter(told.event, filter)) yield told.event;
  }
}

/** Like `tell`, over as many subscriptions as it takes: a new one goes on where the last one broke. */
export async function* tellOn(
  link: EsdbLink,
  after: Position | undefined,
  signal: AbortSignal,
  retries: number,
): AsyncGenerator<Told> {
  const either = AbortSignal.any([signal, link.closing]);
  let at = after;
  for await (const told of readingAgain(either, retries, () => tell(link, at, either))) {
    if (told.kind === 'event' || told.kind === 'passed') {
      if (at !== undefined && comparePositions(told.position, at) <= 0) continue;
      at = told.position;
    }
    yield told;
  }
  assertOpen(link);
}

/**
 * The last place that the server has, of whatever log. A reader that is ahead of it (the server was restored from an
 * older backup, say) would silently miss what is appended next: a RangeError.
 */
export async function checkedEnd(link: EsdbLink, after: Position | undefined): Promise<Position | undefined> {
  assertOpen(link);
  const end = await persisting(link, () => endOfAll(link));
  assertOpen(link);
  if (after === undefined) return end;
  // Also refuses what is no position.
  const isBeyond = end === undefined || comparePositions(after, end) > 0;
  if (isBeyond) throw new RangeError(`position ${after} lies beyond the end of this log`);
  return end;
}

async function endOfAll(link: EsdbLink): Promise<Position | undefined> {
  const options = { ...link.call, direction: 'backwards', fromPosition: END, maxCount: 1 } as const;
  for await (const { event } of link.client.readAll(options)) {
    if (event?.position !== undefined) return positionOf(event.position);
  }
  return undefined;
}
