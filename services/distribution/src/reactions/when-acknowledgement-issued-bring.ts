import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { acknowledgementIssued } from '@sillok/schemas/events/distribution/acknowledgement-issued';
import { acknowledgementSent } from '@sillok/schemas/events/distribution/acknowledgement-sent';
import { commandAfter } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { signedAt } from '../exchange/issue-acknowledgement.ts';
import { incomingDecider, incomingStream } from '../incoming/decide.ts';

/** Brings each acknowledgement to the sender until it is taken; the sender absorbs what comes twice. */
export function whenAcknowledgementIssuedBring(context: DistributionContext) {
  return startWorker({
    name: 'when-acknowledgement-issued-bring',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [acknowledgementIssued.type, acknowledgementSent.type] },
    onAlarm: context.onAlarm,
    concurrency: 4,
    intentOf: (event) => (event.type === acknowledgementIssued.type ? keyOf(event) : undefined),
    outcomeOf: (event) => (event.type === acknowledgementSent.type ? keyOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function keyOf(event: RecordedEvent): string {
  const { documentId, kind } = acknowledgementSent.data.loose().parse(event.data);
  return `${documentId}/${kind}`;
}

async function perform(context: DistributionContext, intent: RecordedEvent): Promise<void> {
  const { documentId, senderId, dispatchId, kind, acknowledgementAddress } = acknowledgementIssued.data.parse(
    intent.data,
  );
  const sender = context.addressBook.find(senderId);
  if (sender === undefined) throw new SillokError('exchange-sender-unknown', senderId, { field: 'sender' });
  await context.exchange.sendAcknowledgement(sender, await signedAt(context, documentId, acknowledgementAddress));
  const outcome = await context.journal.execute(
    incomingDecider,
    incomingStream({ senderId, dispatchId }),
    { type: 'RecordSending', kind },
    commandAfter('distribution', 'RecordSending', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
