import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import { commandAfter } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { recordDecider, recordStream } from '../record/decide.ts';
import { streamsOfRecord } from '../submission/streams-of-record.ts';

export type Closing = Pick<RecordsContext, 'store' | 'recordStreams' | 'journal'>;
type Transfer = Pick<TransferPrepared['data'], 'transferId' | 'items'>;

/** Nothing more is said of these records here; each says itself where its history ends. */
export async function closeHistories(context: Closing, cause: RecordedEvent, { transferId, items }: Transfer) {
  for (const documentId of items) {
    const command = commandAfter('records', `CloseHistory ${documentId}`, cause);
    const stream = recordStream(documentId);
    // It was closed, and perhaps opened again, before a crash.
    if ((await context.journal.appliedBefore(recordDecider, stream, command)) !== undefined) continue;
    const streams = [...(await streamsOfRecord(context, documentId, cause.position))];
    const history = { documentId, transferId, streams };
    const outcome = await context.journal.execute(recordDecider, stream, { type: 'CloseHistory', history }, command);
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  }
}

export interface Returned {
  readonly documentId: string;
  readonly codes: readonly string[];
}

/** They come back: their history goes on, and they may be sent again. */
export async function reopenHistories(
  { journal }: Pick<RecordsContext, 'journal'>,
  cause: RecordedEvent,
  { transferId, returned }: { readonly transferId: string; readonly returned: readonly Returned[] },
): Promise<void> {
  for (const { documentId, codes } of returned) {
    const outcome = await journal.execute(
      recordDecider,
      recordStream(documentId),
      { type: 'ReopenHistory', reopened: { documentId, transferId, codes: [...codes] } },
      commandAfter('records', `ReopenHistory ${documentId}`, cause),
    );
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  }
}
