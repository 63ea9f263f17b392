import { asked, failed, type Question } from '@sillok/kernel';
import { leafHash } from '@sillok/ledger';
import { z } from 'zod';
import { type Deviation, type HistoryEvent, noDeviation } from './history-event.ts';

/** What `records.HistoryClosed.v1` says of one stream: so many events of it, and the last of them. */
const closedStream = z.strictObject({
  stream: z.string(),
  whole: z.boolean(),
  events: z.int().min(1),
  revision: z.int().nonnegative(),
  leaf: z.string().regex(/^[0-9a-f]{64}$/),
});
type ClosedStream = z.infer<typeof closedStream>;

const closingData = z.looseObject({ documentId: z.string(), streams: z.array(closedStream) });

/** Whether a record's history is whole, as the last event in it says that it was: no event less, and none more. */
export function closedQuestions(events: readonly HistoryEvent[], documentId: string): readonly Question[] {
  const closing = closingOf(events, documentId);
  if (closing === undefined) {
    return [failed('closed', 'SIGNED_DATA_NOT_FOUND', 'no event closes the history of this record')];
  }
  const { streams, event } = closing;
  const of = ({ stream }: ClosedStream) => events.filter((one) => one.envelope.stream === stream && one !== event);
  const own = streams.find(({ stream }) => stream === event.envelope.stream);
  // Of what came from outside nothing may have been said in a stream of its own before it was closed.
  const before = own === undefined ? -1 : own.revision;
  const follows = own?.whole !== false && event.envelope.revision === before + 1;
  return [
    asked('closed', follows, 'FORMAT_FAILURE', 'the event that closes the history does not follow what it closes'),
    ...noDeviation(
      'nothing left out',
      'SIGNED_DATA_NOT_FOUND',
      streams.flatMap((one) => leftOut(one, of(one))),
    ),
    ...noDeviation('nothing added', 'SIG_CONSTRAINTS_FAILURE', [
      ...unnamed(
        events.filter((one) => one !== event),
        streams,
      ),
      ...streams.flatMap((one) => added(one, of(one))),
      ...streams.flatMap((one) => (one.whole ? [] : silent(of(one), documentId))),
    ]),
    ...noDeviation(
      'last of each stream',
      'HASH_FAILURE',
      streams.flatMap((one) => otherLast(one, of(one))),
    ),
  ];
}

/** The last one: a record that was returned is closed anew. */
function closingOf(events: readonly HistoryEvent[], documentId: string) {
  const event = events.findLast(
    ({ envelope }) => envelope.type === 'records.HistoryClosed.v1' && envelope.data['documentId'] === documentId,
  );
  const streams = closingData.safeParse(event?.envelope.data).data?.streams;
  return event === undefined || streams === undefined ? undefined : { event, streams };
}

function leftOut(closed: ClosedStream, here: readonly HistoryEvent[]): readonly Deviation[] {
  const { stream, whole, events, revision } = closed;
  if (whole) return missingRevisions(stream, here, revision + 1);
  const found = revisionsUpTo(revision, here).size;
  if (found >= events) return [];
  return [{ at: stream, detail: `${found} of its ${events} events are here` }];
}

/** The revisions from 0 that a stream lacks, before the given one. */
export function missingRevisions(stream: string, here: readonly HistoryEvent[], end: number): readonly Deviation[] {
  const found = new Set(here.map(({ envelope }) => envelope.revision));
  const missing = Array.from({ length: Math.min(end, mostRevisions) }, (_, revision) => revision);
  return missing
    .filter((revision) => !found.has(revision))
    .map((revision) => ({ at: `${stream} revision ${revision}`, detail: 'the event is not here' }));
}

const mostRevisions = 100_000;

function added({ stream, whole, events, revision }: ClosedStream, here: readonly HistoryEvent[]): readonly Deviation[] {
  const later = here.filter(({ envelope }) => envelope.revision > revision);
  const beyond = later.map((one) => strange(one, `it came to ${stream} after the history was closed`));
  const more = revisionsUpTo(revision, here).size - events;
  if (more <= 0) return beyond;
  const detail = whole ? `the history has ${events} events` : `${more} more than the ${events} of the history are here`;
  return [...beyond, { at: stream, detail }];
}

function unnamed(events: readonly HistoryEvent[], streams: readonly ClosedStream[]): readonly Deviation[] {
  const named = new Set(streams.map(({ stream }) => stream));
  const others = events.filter(({ envelope }) => !named.has(envelope.stream));
  return others.map((one) => strange(one, `${one.envelope.stream} is no stream of the history`));
}

/** Of a stream that many records share, only the events that name this one are of its history. */
function silent(here: readonly HistoryEvent[], documentId: string): readonly Deviation[] {
  const others = here.filter(({ envelope }) => envelope.data['documentId'] !== documentId);
  return others.map((one) => strange(one, 'it does not speak of this record'));
}

function strange({ place, envelope }: HistoryEvent, why: string): Deviation {
  return { at: `line ${place}`, detail: `event ${envelope.id}: ${why}` };
}

function otherLast({ stream, revision, leaf }: ClosedStream, here: readonly HistoryEvent[]): readonly Deviation[] {
  const last = here.find(({ envelope }) => envelope.revision === revision);
  if (last === undefined) return [{ at: stream, detail: `revision ${revision} is not here` }];
  if (Buffer.from(leafHash(last.line)).toString('hex') === leaf) return [];
  const detail = `event ${last.envelope.id} at line ${last.place} is not the one that was closed`;
  return [{ at: `${stream} revision ${revision}`, detail }];
}

function revisionsUpTo(revision: number, here: readonly HistoryEvent[]): ReadonlySet<number> {
  return new Set(here.map(({ envelope }) => envelope.revision).filter((one) => one <= revision));
}
