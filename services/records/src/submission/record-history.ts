import { comparePositions, type StoredEvent } from '@sillok/event-store';
import type { OpenedField } from '@sillok/evidence/history';
import type { RecordedEvent } from '@sillok/journal';
import { SillokError } from '@sillok/kernel';
import { type HistoryClosed, historyClosed } from '@sillok/schemas/events/records/history-closed';
import { z } from 'zod';
import type { RecordsContext } from '../context.ts';
import { recordStream } from '../record/decide.ts';
import type { ClosedStream } from './streams-of-record.ts';

/** Events in the order of the log, each as its bytes lie there, and what of them can be opened. */
export interface History {
  readonly events: readonly RecordedEvent[];
  readonly opened: readonly OpenedField[];
}

/** All that was said of one record until its history was closed, the closing included. */
export interface RecordHistory extends History {
  readonly closed: HistoryClosed['data'];
}

type Reading = Pick<RecordsContext, 'store' | 'catalogue' | 'openedFieldsOf'>;

/** Throws EVENT_MALFORMED where the history was not closed for this transfer, or the log has other than was closed. */
export async function recordHistory(context: Reading, documentId: string, transferId: string): Promise<RecordHistory> {
  const closing = await closingOf(context, documentId, transferId);
  const events = [closing.event];
  for (const closed of closing.closed.streams) events.push(...(await eventsOf(context, closed, documentId)));
  return { ...(await historyOf(context, events)), closed: closing.closed };
}

/** What a stream says up to an instant. */
export async function streamHistory(context: Reading, stream: string, at: string): Promise<History> {
  const events: RecordedEvent[] = [];
  for await (const stored of context.store.readStream(stream)) events.push(context.catalogue.decode(stored));
  return historyOf(
    context,
    events.filter(({ envelope }) => envelope.recordedAt <= at),
  );
}

async function historyOf(context: Reading, events: readonly RecordedEvent[]): Promise<History> {
  const inOrder = events.toSorted((one, other) => comparePositions(one.position, other.position));
  return { events: inOrder, opened: await context.openedFieldsOf(inOrder.map(({ envelope }) => envelope)) };
}

async function closingOf({ store, catalogue }: Reading, documentId: string, transferId: string) {
  let found: { readonly event: RecordedEvent; readonly closed: HistoryClosed['data'] } | undefined;
  for await (const stored of store.readStream(recordStream(documentId))) {
    if (stored.type !== historyClosed.type) continue;
    const event = catalogue.decode(stored);
    const closed = historyClosed.data.parse(event.data);
    if (closed.transferId === transferId) found = { event, closed };
  }
  if (found !== undefined) return found;
  throw new SillokError('EVENT_MALFORMED', 'the history of the record is not closed for this transfer', {
    details: { documentId, transferId },
  });
}

const naming = z.looseObject({ documentId: z.string() });

async function eventsOf(
  { store, catalogue }: Reading,
  { stream, whole, events, revision }: ClosedStream,
  documentId: string,
): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  const names = (event: RecordedEvent) => naming.safeParse(event.data).data?.documentId === documentId;
  for await (const stored of upTo(store.readStream(stream), revision)) {
    const event = catalogue.decode(stored);
    if (whole || names(event)) found.push(event);
  }
  if (found.length === events) return found;
  throw new SillokError('EVENT_MALFORMED', `the log has ${found.length} events of ${stream}, ${events} were closed`, {
    details: { documentId, stream },
  });
}

async function* upTo(stream: AsyncIterable<StoredEvent>, revision: number): AsyncIterable<StoredEvent> {
  for await (const stored of stream) {
    if (stored.revision > revision) return;
    yield stored;
  }
}
