import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { acknowledgementIssued } from '@sillok/schemas/events/distribution/acknowledgement-issued';
import { distributedToUnit } from '@sillok/schemas/events/distribution/distributed-to-unit';
import { documentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import { returnedToSender } from '@sillok/schemas/events/distribution/returned-to-sender';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { DistributionContext } from '../context.ts';
import { issueAcknowledgement } from '../exchange/issue-acknowledgement.ts';

const kindOf: Readonly<Record<string, AcknowledgementKind>> = {
  [documentArrived.type]: 'arrive',
  [distributedToUnit.type]: 'receive',
  [receiptRegistered.type]: 'accept',
  [returnedToSender.type]: 'return',
};

/** Each step is said to the sender, signed: arrived, received by a unit, accepted under a number, or returned. */
export function whenDocumentArrivedIssueAcknowledgement(context: DistributionContext) {
  return startWorker({
    name: 'when-document-arrived-issue-acknowledgement',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [...Object.keys(kindOf), acknowledgementIssued.type] },
    onAlarm: context.onAlarm,
    intentOf(event) {
      const asks = [documentArrived, distributedToUnit, receiptRegistered, returnedToSender];
      const kind = asks.some((one) => one.type === event.type) ? kindOf[event.type] : undefined;
      return kind === undefined ? undefined : `${documentOf(event)}/${kind}`;
    },
    outcomeOf(event) {
      if (event.type !== acknowledgementIssued.type) return undefined;
      return `${documentOf(event)}/${acknowledgementIssued.data.parse(event.data).kind}`;
    },
    perform: (intent) => perform(context, intent),
  });
}

function documentOf(event: RecordedEvent): string {
  return documentArrived.data.pick({ documentId: true }).loose().parse(event.data).documentId;
}

async function perform(context: DistributionContext, intent: RecordedEvent): Promise<void> {
  const kind = kindOf[intent.type] ?? 'arrive';
  const { senderId, dispatchId } = documentArrived.data
    .pick({ senderId: true, dispatchId: true })
    .loose()
    .parse(intent.data);
  const isAccept = intent.type === receiptRegistered.type;
  const isReturn = intent.type === returnedToSender.type;
  await issueAcknowledgement(context, {
    senderId,
    dispatchId,
    kind,
    ...(isAccept ? { receiptNumber: receiptRegistered.data.parse(intent.data).display } : {}),
    ...(isReturn ? { reason: returnedToSender.data.parse(intent.data).ground } : {}),
    correlationId: intent.envelope.correlationId,
  });
}
