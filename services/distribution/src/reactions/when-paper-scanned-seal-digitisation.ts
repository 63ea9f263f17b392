import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import { paperSealed } from '@sillok/schemas/events/distribution/paper-sealed';
import { commandAfter } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { makeDigitisation, sealedDigitisation } from '../digitisation/make-digitisation.ts';
import { paperDecider, paperStream } from '../paper/decide.ts';

/** Scan and statement are sealed once; what the seal signed is kept until the log says so, and found after a crash. */
export function whenPaperScannedSealDigitisation(context: DistributionContext) {
  return startWorker({
    name: 'when-paper-scanned-seal-digitisation',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [paperScanned.type, paperSealed.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === paperScanned.type ? documentOf(event) : undefined),
    outcomeOf: (event) => (event.type === paperSealed.type ? documentOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function documentOf(event: RecordedEvent): string {
  return paperSealed.data.pick({ documentId: true }).loose().parse(event.data).documentId;
}

async function perform(context: DistributionContext, intent: RecordedEvent): Promise<void> {
  const scanned = paperScanned.data.parse(intent.data);
  const { documentId } = scanned;
  const kept = await context.effects.once(`digitisation-${documentId}`, async () => {
    const made = await makeDigitisation(context, scanned);
    return new TextEncoder().encode(await context.contents.putJson(documentId, made));
  });
  const address = new TextDecoder().decode(kept);
  const { digitisationDigest, ...sealed } = sealedDigitisation.parse(
    await context.contents.getJson(documentId, address),
  );
  const outcome = await context.journal.execute(
    paperDecider,
    paperStream(documentId),
    { type: 'SealPaper', sealed: { documentId, ...sealed }, digitisationDigest },
    commandAfter('distribution', 'SealPaper', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
