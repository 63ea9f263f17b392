import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { selfInspectionFailed } from '@sillok/schemas/events/records/self-inspection-failed';
import { submissionBuilt } from '@sillok/schemas/events/records/submission-built';
import { type TransferPrepared, transferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import { commandAfter } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { type Closing, closeHistories, reopenHistories } from '../sending/close-histories.ts';
import { type MadeSubmission, madeSubmission } from '../sending/make-submission.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';

type Building = Closing & Pick<RecordsContext, 'catalogue' | 'effects' | 'transferContents' | 'onAlarm'>;
type Make = (transfer: TransferPrepared['data']) => Promise<MadeSubmission>;

/** The histories end, then the package is made once: what was signed is kept until the log says so. */
export function whenTransferPreparedBuildSubmission(context: Building, make: Make) {
  return startWorker({
    name: 'when-transfer-prepared-build-submission',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [transferPrepared.type, submissionBuilt.type, selfInspectionFailed.type] },
    onAlarm: context.onAlarm,
    intentOf: (event) => (event.type === transferPrepared.type ? transferOf(event) : undefined),
    outcomeOf: (event) => (event.type === transferPrepared.type ? undefined : transferOf(event)),
    perform: (intent) => perform(context, intent, make),
  });
}

function transferOf(event: RecordedEvent): string {
  return transferPrepared.data.pick({ transferId: true }).loose().parse(event.data).transferId;
}

async function perform(context: Building, intent: RecordedEvent, make: Make): Promise<void> {
  const transfer = transferPrepared.data.parse(intent.data);
  const { transferId, items } = transfer;
  await closeHistories(context, intent, transfer);
  const kept = await context.effects.once(`submission-${transferId}`, async () => {
    const made = await make(transfer);
    return new TextEncoder().encode(await context.transferContents.putJson(transferId, made));
  });
  const address = new TextDecoder().decode(kept);
  const made = madeSubmission.parse(await context.transferContents.getJson(transferId, address));
  // First, because after its outcome nobody comes back to this transfer.
  if ('codes' in made) {
    const codes = made.codes.filter((one) => shortEnough.test(one)).slice(0, 50);
    const returned = items.map((documentId) => ({ documentId, codes }));
    await reopenHistories(context, intent, { transferId, returned });
  }
  await conclude(context, intent, made);
}

/** What an event can name as a code. */
const shortEnough = /^[0-9A-Za-z._-]{1,40}$/;

async function conclude({ journal }: Building, intent: RecordedEvent, made: MadeSubmission): Promise<void> {
  const command =
    'codes' in made
      ? ({ type: 'FailSelfInspection', failed: made } as const)
      : ({ type: 'RecordSubmission', built: made } as const);
  const cause = commandAfter('records', command.type, intent);
  const outcome = await journal.execute(transferDecider, transferStream(made.transferId), command, cause);
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}
