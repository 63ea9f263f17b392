import { startReaction } from '@sillok/jobs';
import { submissionRefused } from '@sillok/schemas/events/records/submission-refused';
import type { ServiceContext } from '@sillok/service-context';
import { reopenHistories } from '../sending/close-histories.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';

type Reopening = Pick<ServiceContext, 'store' | 'catalogue' | 'journal' | 'onAlarm'>;

/** Nothing of what the archives refused has passed: its history goes on here, and it may be sent again. */
export function whenSubmissionRefusedReopenHistories(context: Reopening) {
  return startReaction({
    name: 'when-submission-refused-reopen-histories',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [submissionRefused.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const { transferId, code } = submissionRefused.data.parse(event.data);
      const state = await context.journal.stateOf(transferDecider, transferStream(transferId));
      if (state.status === 'none') return;
      const returned = state.prepared.items.map((documentId) => ({ documentId, codes: [code] }));
      await reopenHistories(context, event, { transferId, returned });
    },
  });
}
