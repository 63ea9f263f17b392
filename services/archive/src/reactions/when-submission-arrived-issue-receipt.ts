import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { packagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { receiptIssued } from '@sillok/schemas/events/archive/receipt-issued';
import { submissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import { submissionReturned } from '@sillok/schemas/events/archive/submission-returned';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { ArchiveContext } from '../context.ts';
import { issueReceipt } from '../receipts/issue-receipt.ts';

const kindOf: Readonly<Record<string, TransferReceiptKind>> = {
  [submissionArrived.type]: 'arrived',
  [packagePreserved.type]: 'accepted',
  [submissionReturned.type]: 'returned',
};

/** Each step is said to the sender, signed: arrived, taken over once it lies in the store, or returned. */
export function whenSubmissionArrivedIssueReceipt(context: ArchiveContext) {
  return startWorker({
    name: 'when-submission-arrived-issue-receipt',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [...Object.keys(kindOf), receiptIssued.type] },
    onAlarm: context.onAlarm,
    intentOf(event) {
      const asks = [submissionArrived, packagePreserved, submissionReturned];
      const kind = asks.some((one) => one.type === event.type) ? kindOf[event.type] : undefined;
      return kind === undefined ? undefined : `${transferOf(event)}/${kind}`;
    },
    outcomeOf(event) {
      if (event.type !== receiptIssued.type) return undefined;
      return `${transferOf(event)}/${receiptIssued.data.parse(event.data).kind}`;
    },
    perform: (intent) => perform(context, intent),
  });
}

function transferOf(event: RecordedEvent): string {
  return receiptIssued.data.pick({ transferId: true }).loose().parse(event.data).transferId;
}

async function perform(context: ArchiveContext, intent: RecordedEvent): Promise<void> {
  const isPreserved = intent.type === packagePreserved.type;
  await issueReceipt(context, {
    transferId: transferOf(intent),
    kind: kindOf[intent.type] ?? 'arrived',
    ...(isPreserved ? { preserved: packagePreserved.data.parse(intent.data) } : {}),
    correlationId: intent.envelope.correlationId,
  });
}
