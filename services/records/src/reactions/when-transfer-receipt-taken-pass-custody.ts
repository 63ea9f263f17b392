import { dateAt } from '@sillok/authority';
import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { type TransferReceiptTaken, transferReceiptTaken } from '@sillok/schemas/events/records/transfer-receipt-taken';
import { commandAfter } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { itemsToSend, transfersOf } from '../reading/reading-transfer.ts';
import { recordDecider, recordStream } from '../record/decide.ts';
import { reopenHistories } from '../sending/close-histories.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';
import type { TransferInHand } from '../transfer/state.ts';

type Passing = Pick<RecordsContext, 'store' | 'catalogue' | 'journal' | 'directory' | 'transfers' | 'onAlarm'>;
type Receipt = TransferReceiptTaken['data'];

/** What was accepted is the archives' from their receipt on; what was returned goes on here. */
export function whenTransferReceiptTakenPassCustody(context: Passing) {
  return startReaction({
    name: 'when-transfer-receipt-taken-pass-custody',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [transferReceiptTaken.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const receipt = transferReceiptTaken.data.parse(event.data);
      const state = await context.journal.stateOf(transferDecider, transferStream(receipt.transferId));
      if (receipt.kind === 'arrived' || state.status === 'none') return;
      await passRecords(context, event, receipt, state);
      await reopenHistories(context, event, receipt);
      if (receipt.returned.length === 0 && (await isNothingLeft(context, event, state))) {
        await passFolder(context, event, state);
      }
    },
  });
}

async function passRecords(
  { journal }: Passing,
  event: RecordedEvent,
  { transferId, accepted, accession, receiptDigest }: Receipt,
  { prepared }: TransferInHand,
): Promise<void> {
  const { archivesId } = prepared;
  for (const documentId of accepted) {
    const passed = { documentId, transferId, archivesId, accession: accession ?? '–', receiptDigest };
    const cause = commandAfter('records', `PassToArchives ${documentId}`, event);
    const command = { type: 'PassToArchives', passed } as const;
    const outcome = await journal.execute(recordDecider, recordStream(documentId), command, cause);
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  }
}

/** A folder may need more than one transfer; it passes with the last of them. */
async function isNothingLeft(
  context: Passing,
  event: RecordedEvent,
  { prepared: { folderId, transferId } }: TransferInHand,
): Promise<boolean> {
  // Whoever starts reads the log again, long before the projection has.
  const folder = await context.journal.stateOf(folderDecider, folderStream(folderId));
  if (folder.status !== 'none' && folder.custody === 'archives') return false;
  if (!(await context.transfers.reached(event.position)))
    throw new SillokError('COMMAND_PENDING', 'the transfers are still being read', { details: { transferId } });
  const transfers = await transfersOf(context, folderId);
  const isLast = transfers.at(-1)?.prepared.transferId === transferId;
  return isLast && itemsToSend(context, folderId, transfers).length === 0;
}

async function passFolder(
  { journal, directory }: Passing,
  event: RecordedEvent,
  { prepared: { folderId, transferId, archivesId } }: TransferInHand,
): Promise<void> {
  const on = dateAt(await directory.latest(), event.envelope.recordedAt);
  const outcome = await journal.execute(
    folderDecider,
    folderStream(folderId),
    { type: 'PassFolder', passed: { folderId, transferId, archivesId, on } },
    commandAfter('records', 'PassFolder', event),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
