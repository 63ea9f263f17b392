import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { accessionRegistered } from '@sillok/schemas/events/archive/accession-registered';
import { packagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import { commandAfter } from '@sillok/service-context';
import type { ArchiveContext } from '../context.ts';
import { packageDecider, packageStream } from '../package/decide.ts';
import { preservePackage } from '../preservation/preserve-package.ts';

/** What was taken over is packed for good, sealed, checked, and put where it stays. */
export function whenAccessionRegisteredPreservePackage(context: ArchiveContext) {
  return startWorker({
    name: 'when-accession-registered-preserve-package',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [accessionRegistered.type, packagePreserved.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === accessionRegistered.type ? transferOf(event) : undefined),
    outcomeOf: (event) => (event.type === packagePreserved.type ? transferOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function transferOf(event: RecordedEvent): string {
  return accessionRegistered.data.pick({ transferId: true }).loose().parse(event.data).transferId;
}

async function perform(context: ArchiveContext, intent: RecordedEvent): Promise<void> {
  const preserved = await preservePackage(context, intent);
  const outcome = await context.journal.execute(
    packageDecider,
    packageStream(preserved.packageId),
    { type: 'PreservePackage', preserved },
    commandAfter('archive', 'PreservePackage', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
