import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { recordSealed } from '@sillok/schemas/events/records/record-sealed';
import { commandAfter } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { recordDecider, recordStream } from '../record/decide.ts';
import { makeRecordCopy, recordCopy } from '../sealing/make-record-copy.ts';

/** The record copy is made once: what the seal signed is kept until the log says so, and found again after a crash. */
export function whenRecordRegisteredSealCopy(context: RecordsContext) {
  return startWorker({
    name: 'when-record-registered-seal-copy',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [recordRegistered.type, recordSealed.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === recordRegistered.type ? documentOf(event) : undefined),
    outcomeOf: (event) => (event.type === recordSealed.type ? documentOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function documentOf(event: RecordedEvent): string {
  return recordSealed.data.pick({ documentId: true }).loose().parse(event.data).documentId;
}

async function perform(context: RecordsContext, intent: RecordedEvent): Promise<void> {
  const record = recordRegistered.data.parse(intent.data);
  const { documentId } = record;
  const kept = await context.effects.once(`seal-${documentId}`, async () => {
    const copy = await makeRecordCopy(context, intent, record);
    return new TextEncoder().encode(await context.contents.putJson(documentId, copy));
  });
  const address = new TextDecoder().decode(kept);
  const { recordCopyDigest, ...copy } = recordCopy.parse(await context.contents.getJson(documentId, address));
  const outcome = await context.journal.execute(
    recordDecider,
    recordStream(documentId),
    { type: 'SealRecord', sealed: { documentId, ...copy }, recordCopyDigest },
    commandAfter('records', 'SealRecord', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
