import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { receiptIssued } from '@sillok/schemas/events/archive/receipt-issued';
import { receiptSent } from '@sillok/schemas/events/archive/receipt-sent';
import { commandAfter } from '@sillok/service-context';
import type { ArchiveContext } from '../context.ts';
import { receiptAt } from '../receipts/issue-receipt.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';

/** Brings each receipt to the sender until it is taken; the sender absorbs what comes twice. */
export function whenReceiptIssuedBring(context: ArchiveContext) {
  return startWorker({
    name: 'when-receipt-issued-bring',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [receiptIssued.type, receiptSent.type] },
    onAlarm: context.onAlarm,
    concurrency: 4,
    intentOf: (event) => (event.type === receiptIssued.type ? keyOf(event) : undefined),
    outcomeOf: (event) => (event.type === receiptSent.type ? keyOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function keyOf(event: RecordedEvent): string {
  const { transferId, kind } = receiptSent.data.loose().parse(event.data);
  return `${transferId}/${kind}`;
}

async function perform(context: ArchiveContext, intent: RecordedEvent): Promise<void> {
  const { transferId, senderId, kind, receiptAddress } = receiptIssued.data.parse(intent.data);
  const sender = context.addressBook.find(senderId);
  if (sender === undefined) throw new SillokError('submission-sender-unknown', senderId, { field: 'senderId' });
  await context.exchange.sendTransferReceipt(sender, await receiptAt(context, transferId, receiptAddress));
  const outcome = await context.journal.execute(
    submissionDecider,
    submissionStream(transferId),
    { type: 'RecordReceiptSent', kind },
    commandAfter('archive', 'RecordReceiptSent', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
