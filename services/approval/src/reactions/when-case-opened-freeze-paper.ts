import { startWorker } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import { caseOpened } from '@sillok/schemas/events/approval/case-opened';
import { documentModifiedInReview } from '@sillok/schemas/events/approval/document-modified-in-review';
import { paperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import { paperRefused } from '@sillok/schemas/events/approval/paper-refused';
import { submissionWithdrawn } from '@sillok/schemas/events/approval/submission-withdrawn';
import { refusals } from '@sillok/schemas/vocabulary/errors';
import { commandAfter } from '@sillok/service-context';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';
import { freezePaper } from '../paper/freeze-paper.ts';

interface Versioned {
  readonly documentId: string;
  readonly version: number;
}

/** Every version of a document gets a paper; what can't be set goes back to its drafter with the reason. */
export function whenCaseOpenedFreezePaper(context: ApprovalContext) {
  return startWorker({
    name: 'when-case-opened-freeze-paper',
    store: context.store,
    catalogue: context.catalogue,
    filter: {
      typePrefixes: [caseOpened, documentModifiedInReview, paperFrozen, paperRefused, submissionWithdrawn].map(
        (one) => one.type,
      ),
    },
    onAlarm: context.onAlarm,
    concurrency: 2,
    intentOf(event) {
      if (event.type === caseOpened.type)
        return keyOf({ documentId: caseOpened.data.parse(event.data).documentId, version: 1 });
      if (event.type === documentModifiedInReview.type) return keyOf(documentModifiedInReview.data.parse(event.data));
      return undefined;
    },
    outcomeOf(event) {
      if (event.type === paperFrozen.type) return keyOf(paperFrozen.data.parse(event.data));
      if (event.type === paperRefused.type) return keyOf(paperRefused.data.parse(event.data));
      if (event.type === submissionWithdrawn.type) return keyOf(submissionWithdrawn.data.parse(event.data));
      return undefined;
    },
    perform: (intent) => perform(context, intent),
  });
}

function keyOf({ documentId, version }: Versioned): string {
  return `${documentId}/${version}`;
}

async function perform(context: ApprovalContext, intent: RecordedEvent): Promise<void> {
  const { documentId } = caseOpened.data.pick({ documentId: true }).loose().parse(intent.data);
  const stream = approvalCaseStream(documentId);
  const state = await context.journal.stateOf(approvalCaseDecider, stream);
  if (state.status === 'none') return;
  const outcome = await context.journal.execute(
    approvalCaseDecider,
    stream,
    await freezeOrRefuse(context, state, intent),
    commandAfter('approval', 'FreezePaper', intent),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}

async function freezeOrRefuse(context: ApprovalContext, state: CaseInHand, intent: RecordedEvent) {
  const version = intent.type === caseOpened.type ? 1 : documentModifiedInReview.data.parse(intent.data).version;
  try {
    return {
      type: 'RecordPaper',
      ...(await freezePaper(context, state, version, intent.envelope.recordedAt)),
    } as const;
  } catch (error) {
    // Only what the drafter can mend is an answer; anything else is tried again.
    if (!(error instanceof SillokError) || !refusals.some((code) => code === error.code)) throw error;
    const refusal = {
      documentId: state.opened.documentId,
      version,
      code: error.code,
      ...(error.field === undefined ? {} : { field: error.field }),
    };
    return { type: 'RefusePaper', refusal } as const;
  }
}
