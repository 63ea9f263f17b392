import { startReaction } from '@sillok/jobs';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { sealAffixed } from '@sillok/schemas/events/distribution/seal-affixed';
import { sealOmitted } from '@sillok/schemas/events/distribution/seal-omitted';
import { commandAfter, type ServiceContext } from '@sillok/service-context';
import { outboxDecider, outboxStream } from '../outbox/decide.ts';

/** What goes to one institution is counted in the order in which it was ordered, without a gap. */
export function whenSealAffixedAssignSequence(context: ServiceContext) {
  return startReaction({
    name: 'when-seal-affixed-assign-sequence',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [sealAffixed.type, sealOmitted.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      // Both say this much.
      const { dispatchId, documentId, recipientId, at } = sealAffixed.data.loose().parse(event.data);
      const outcome = await context.journal.execute(
        outboxDecider,
        outboxStream(recipientId),
        { type: 'SequenceDispatch', dispatch: { dispatchId, documentId, recipientId, at } },
        commandAfter('distribution', 'SequenceDispatch', event),
      );
      if (isRefusal(outcome)) throw refusalAsError(outcome);
    },
  });
}
