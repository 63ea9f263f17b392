import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { submissionBuilt } from '@sillok/schemas/events/records/submission-built';
import { submissionDelivered } from '@sillok/schemas/events/records/submission-delivered';
import { submissionRefused } from '@sillok/schemas/events/records/submission-refused';
import { commandAfter } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { type Bringing, bringSubmission } from '../exchange/bring-submission.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';

type Delivering = Bringing & Pick<RecordsContext, 'store' | 'catalogue' | 'onAlarm'>;

/**
 * Tries until the archives have answered, yes or no; the same bytes each time, so a second arrival is none. An answer
 * that is none (nobody there, a fault of theirs) is no "no".
 */
export function whenSubmissionBuiltDeliver(context: Delivering) {
  return startWorker({
    name: 'when-submission-built-deliver',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [submissionBuilt.type, ...outcomes] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === submissionBuilt.type ? transferOf(event) : undefined),
    outcomeOf: (event) => (outcomes.includes(event.type) ? transferOf(event) : undefined),
    perform: (intent) => perform(context, intent),
  });
}

const outcomes: readonly string[] = [submissionDelivered.type, submissionRefused.type];

function transferOf(event: RecordedEvent): string {
  return submissionDelivered.data.loose().parse(event.data).transferId;
}

async function perform(context: Delivering, intent: RecordedEvent): Promise<void> {
  const { transferId, packageAddress } = submissionBuilt.data.parse(intent.data);
  const stream = transferStream(transferId);
  const state = await context.journal.stateOf(transferDecider, stream);
  const archivesId = state.status === 'none' ? '' : state.prepared.archivesId;
  const archives = context.addressBook.find(archivesId);
  if (archives === undefined) throw new SillokError('archives-unknown', archivesId, { field: 'archivesId' });
  const submission = await context.transferContents.get(transferId, packageAddress);
  const refusal = await bringSubmission(context, archives, submission, intent.envelope.correlationId);
  const command =
    refusal === undefined
      ? ({ type: 'RecordDelivery' } as const)
      : ({ type: 'RefuseSubmission', code: refusal.refused } as const);
  const outcome = await context.journal.execute(
    transferDecider,
    stream,
    command,
    commandAfter('records', command.type, intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
