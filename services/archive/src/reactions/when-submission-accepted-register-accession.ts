import { dateAt } from '@sillok/authority';
import { startReaction } from '@sillok/jobs';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { submissionAccepted } from '@sillok/schemas/events/archive/submission-accepted';
import { commandAfter } from '@sillok/service-context';
import { accessionsDecider, accessionsStream } from '../accessions/decide.ts';
import type { ArchiveContext } from '../context.ts';

/** What was taken over is counted by the year in which it was, in order and without a gap. */
export function whenSubmissionAcceptedRegisterAccession(context: ArchiveContext) {
  return startReaction({
    name: 'when-submission-accepted-register-accession',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [submissionAccepted.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const { transferId, senderId, at } = submissionAccepted.data.parse(event.data);
      const year = Number(dateAt(await context.directory.latest(), at).slice(0, 4));
      const outcome = await context.journal.execute(
        accessionsDecider,
        accessionsStream(year),
        { type: 'RegisterAccession', transferId, senderId, year },
        commandAfter('archive', 'RegisterAccession', event),
      );
      if (isRefusal(outcome)) throw refusalAsError(outcome);
    },
  });
}
