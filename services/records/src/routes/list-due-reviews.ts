import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { dayQuery, dueReviews } from '@sillok/schemas/api/records/keeping';
import type { RecordsContext } from '../context.ts';
import { dueReviewsOf } from '../reading/due-reviews.ts';

export function listDueReviewsRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/due-disclosure-reviews',
    operationId: 'ListDueDisclosureReviews',
    summary: 'The records that are not open and have to be looked at again by a day',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer'],
    query: dayQuery,
    response: dueReviews,
    async handle(request) {
      const directory = await context.directory.latest();
      const on = request.query.on ?? dateAt(directory, context.clock.now());
      return { on, items: dueReviewsOf(context, directory, on) };
    },
  });
}
