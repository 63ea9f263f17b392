import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { dispatchDone, dispatchParams, dispatchReview } from '@sillok/schemas/api/distribution/dispatch';
import { commandOf, personOf } from '@sillok/service-context';
import type { DistributionContext } from '../context.ts';
import { dispatchDecider, dispatchStream } from '../dispatch/decide.ts';
import { lawOfDispatch } from '../reading/law-of-dispatch.ts';
import { dispatchFor } from '../reading/reading-outgoing.ts';

export function reviewDispatchRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/dispatches/:dispatchId/review',
    operationId: 'ReviewDispatch',
    summary: 'Pass the dispatch, and say whether the seal is affixed or lawfully left out, or send it back (심사)',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry', 'departmental-records-officer'],
    command: true,
    params: dispatchParams,
    body: dispatchReview,
    response: dispatchDone,
    async handle(request) {
      const { dispatchId } = request.params;
      const review = request.body;
      const person = personOf(request);
      const found = await dispatchFor(context, dispatchId, person);
      if (isRefusal(found)) return found;
      const unprintable = 'reason' in review ? checkText(review.reason ?? '', 'reason') : undefined;
      if (unprintable !== undefined) return unprintable;
      const { omissionGrounds } = await lawOfDispatch(context, context.clock.now());
      const outcome = await context.journal.execute(
        dispatchDecider,
        dispatchStream(dispatchId),
        { type: 'ReviewDispatch', personId: person.id, review, omissionGrounds },
        commandOf(context, request, 'ReviewDispatch', [dispatchId, { ...review }]),
      );
      if (isRefusal(outcome)) return outcome;
      await context.dispatches.reached(outcome.position);
      return {
        dispatchId,
        status: review.decision === 'passed' ? ('reviewed' as const) : ('review-rejected' as const),
      };
    },
  });
}
