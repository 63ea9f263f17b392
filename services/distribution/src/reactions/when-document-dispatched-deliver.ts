import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { dispatchDelivered } from '@sillok/schemas/events/distribution/dispatch-delivered';
import { documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import { commandAfter } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { bringMessage } from '../exchange/bring-message.ts';

/** Tries until the other institution has answered; the same bytes each time, so a second arrival is none. */
export function whenDocumentDispatchedDeliver(context: DistributionContext) {
  return startWorker({
    name: 'when-document-dispatched-deliver',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [documentDispatched.type, dispatchDelivered.type] },
    onAlarm: context.onAlarm,
    concurrency: 4,
    intentOf: (event) => (event.type === documentDispatched.type ? dispatchOf(event) : undefined),
    outcomeOf: (event) => (event.type === dispatchDelivered.type ? dispatchOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function dispatchOf(event: RecordedEvent): string {
  return dispatchDelivered.data.loose().parse(event.data).dispatchId;
}

async function perform(context: DistributionContext, intent: RecordedEvent): Promise<void> {
  const { dispatchId, documentId, recipientId, messageAddress } = documentDispatched.data.parse(intent.data);
  const recipient = context.addressBook.find(recipientId);
  if (recipient === undefined) throw new SillokError('recipient-unknown', recipientId, { field: 'recipientId' });
  const message = await context.contents.get(documentId, messageAddress);
  await bringMessage(context, recipient, message, intent.envelope.correlationId);
  const outcome = await context.journal.execute(
    dispatchDecider,
    dispatchStream(dispatchId),
    { type: 'RecordDelivery' },
    commandAfter('distribution', 'RecordDelivery', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
