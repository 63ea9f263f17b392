import { comparePositions, type Position } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';
import { leafHash } from '@sillok/ledger';
import type { HistoryClosed } from '@sillok/schemas/events/records/history-closed';
import { z } from 'zod';
import type { RecordsContext } from '../context.ts';

export type ClosedStream = HistoryClosed['data']['streams'][number];

/** Categories of streams that are of one record alone; of any other stream only the events that name it count. */
const whole: ReadonlySet<string> = new Set([
  'draft',
  'approval_case',
  'record',
  'dispatch',
  'incoming',
  'circulation',
  'paper',
]);

export function isWholeStream(stream: string): boolean {
  return whole.has(stream.slice(0, stream.indexOf('-')));
}

/**
 * Every stream in which something was said of the record, in the order of its first mention, with the number of its
 * events, the last of them and that one's leaf (RFC 9162 §2.1.1). All up to `token` is in, and up to the end of each
 * stream that is of this record alone. Throws COMMAND_PENDING where the projection is not so far within two seconds.
 */
export async function streamsOfRecord(
  context: Pick<RecordsContext, 'store' | 'recordStreams'>,
  documentId: string,
  token?: Position,
): Promise<readonly ClosedStream[]> {
  if (!(await context.recordStreams.reached(token ?? (await newestOf(context, documentId)))))
    throw new SillokError('COMMAND_PENDING', 'the streams of the record are still being read', {
      details: { documentId },
    });
  const closed: ClosedStream[] = [];
  for (const [stream, revisions] of mentionsOf(context, documentId)) {
    const entry = await closedStream(context, stream, revisions);
    if (entry !== undefined) closed.push(entry);
  }
  return closed;
}

const mention = z.object({ stream: z.string(), revision: z.int() });

/** The streams that name the document, each with the revisions of the events that do. */
function mentionsOf(
  { recordStreams }: Pick<RecordsContext, 'recordStreams'>,
  documentId: string,
): ReadonlyMap<string, ReadonlySet<number>> {
  const streams = new Map<string, Set<number>>();
  const rows = recordStreams.db
    .prepare('SELECT stream, revision FROM mention WHERE document_id = ? ORDER BY place')
    .all(documentId);
  for (const row of rows) {
    const { stream, revision } = mention.parse(row);
    streams.set(stream, (streams.get(stream) ?? new Set()).add(revision));
  }
  return streams;
}

async function closedStream(
  { store }: Pick<RecordsContext, 'store'>,
  stream: string,
  revisions: ReadonlySet<number>,
): Promise<ClosedStream | undefined> {
  const isWhole = isWholeStream(stream);
  let [events, revision, leaf] = [0, 0, ''];
  for await (const stored of store.readStream(stream)) {
    if (!isWhole && !revisions.has(stored.revision)) continue;
    events += 1;
    revision = stored.revision;
    leaf = Buffer.from(leafHash(stored.bytes)).toString('hex');
  }
  return events === 0 ? undefined : { stream, whole: isWhole, events, revision, leaf };
}

/** The newest event of the streams that carry the document's own name. */
async function newestOf({ store }: Pick<RecordsContext, 'store'>, documentId: string): Promise<Position | undefined> {
  let newest: Position | undefined;
  for (const category of ['draft', 'approval_case', 'paper', 'record']) {
    for await (const { position } of store.readStream(`${category}-${documentId}`))
      if (newest === undefined || comparePositions(newest, position) < 0) newest = position;
  }
  return newest;
}
