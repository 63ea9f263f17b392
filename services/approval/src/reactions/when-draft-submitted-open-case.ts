import { startReaction } from '@sillok/jobs';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { draftSubmitted } from '@sillok/schemas/events/drafting/draft-submitted';
import { line } from '@sillok/schemas/vocabulary/primitives';
import { commandAfter, type ServiceContext } from '@sillok/service-context';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';

export function whenDraftSubmittedOpenCase(context: ServiceContext) {
  return startReaction({
    name: 'when-draft-submitted-open-case',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [draftSubmitted.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const submitted = draftSubmitted.data.parse(event.data);
      const opened = await context.journal.open(event);
      const outcome = await context.journal.execute(
        approvalCaseDecider,
        approvalCaseStream(submitted.documentId),
        {
          type: 'OpenCase',
          case: { ...submitted, submissionEventId: event.envelope.id },
          title: line.catch('–').parse(opened['title']),
        },
        commandAfter('approval', 'OpenCase', event),
      );
      if (isRefusal(outcome)) throw refusalAsError(outcome);
    },
  });
}
