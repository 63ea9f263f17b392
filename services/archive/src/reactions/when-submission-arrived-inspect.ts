import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { submissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import { submissionInspected } from '@sillok/schemas/events/archive/submission-inspected';
import { commandAfter } from '@sillok/service-context';
import type { ArchiveContext } from '../context.ts';
import { inspectSubmission } from '../inspection/inspect-submission.ts';
import { summaryOfReport } from '../inspection/summary-of-report.ts';
import { trustInSender } from '../intake/trust-in-sender.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';

/** What lies in quarantine is inspected as a whole; the archivists decide upon one report. */
export function whenSubmissionArrivedInspect(context: ArchiveContext) {
  return startWorker({
    name: 'when-submission-arrived-inspect',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [submissionArrived.type, submissionInspected.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === submissionArrived.type ? transferOf(event) : undefined),
    outcomeOf: (event) => (event.type === submissionInspected.type ? transferOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

function transferOf(event: RecordedEvent): string {
  return submissionArrived.data.pick({ transferId: true }).loose().parse(event.data).transferId;
}

async function perform(context: ArchiveContext, intent: RecordedEvent): Promise<void> {
  const arrived = submissionArrived.data.parse(intent.data);
  const { transferId, senderId, packageAddress, items } = arrived;
  const sender = context.addressBook.find(senderId);
  if (sender === undefined) throw new SillokError('submission-sender-unknown', senderId, { field: 'senderId' });
  const bytes = await context.transferContents.get(transferId, packageAddress);
  const trust = await trustInSender(context, sender, bytes);
  const kept = await inspectSubmission(context, arrived, { bytes, trust });
  const reportAddress = await context.transferContents.putJson(transferId, kept);
  const outcome = await context.journal.execute(
    submissionDecider,
    submissionStream(transferId),
    { type: 'RecordInspection', inspected: { transferId, reportAddress, ...summaryOfReport(kept.report, items) } },
    commandAfter('archive', 'RecordInspection', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
