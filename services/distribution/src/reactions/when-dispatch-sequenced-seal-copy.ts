import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { dispatchSequenced } from '@sillok/schemas/events/distribution/dispatch-sequenced';
import { documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import { commandAfter } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { sealCopyAndMessage } from '../copy/seal-copy-and-message.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';

/** Copy and message are sealed once; only then the document is dispatched, with a timestamp to show for it. */
export function whenDispatchSequencedSealCopy(context: DistributionContext) {
  return startWorker({
    name: 'when-dispatch-sequenced-seal-copy',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [dispatchSequenced.type, documentDispatched.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === dispatchSequenced.type ? dispatchOf(event) : undefined),
    outcomeOf: (event) => (event.type === documentDispatched.type ? dispatchOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function dispatchOf(event: RecordedEvent): string {
  return dispatchSequenced.data.loose().parse(event.data).dispatchId;
}

async function perform(context: DistributionContext, intent: RecordedEvent): Promise<void> {
  const dispatch = dispatchSequenced.data.parse(intent.data);
  const dispatched = await sealCopyAndMessage(context, dispatch);
  const outcome = await context.journal.execute(
    dispatchDecider,
    dispatchStream(dispatch.dispatchId),
    { type: 'RecordDispatch', dispatched },
    commandAfter('distribution', 'RecordDispatch', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
