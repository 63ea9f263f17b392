import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import type { CivilDate } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { RecordsContext } from '../context.ts';
import { reviewDueOn } from '../disclosure/review-due.ts';
import { recordRow } from './reading-record.ts';

/** The records that are not open and whose day of review has come, the longest waiting first. */
export function dueReviewsOf(context: RecordsContext, directory: DirectoryState, on: CivilDate) {
  const rule = inForce(packInForce(directory, on)?.pack.disclosureReview ?? [], on);
  if (rule === undefined || rule.everyYears === null) return [];
  const rows = context.records.db
    .prepare(
      `SELECT * FROM record WHERE disclosure <> 'open' AND number IS NOT NULL AND classed_at < ?
       ORDER BY classed_at, document_id LIMIT 500`,
    )
    .all(`${on}T`)
    .map(recordRow);
  return rows.flatMap(({ documentId, title, number, disclosure, classedAt }) => {
    const dueOn = reviewDueOn(rule, disclosure, dateAt(directory, classedAt));
    return dueOn !== null && dueOn <= on ? [{ documentId, title, number, disclosure, dueOn }] : [];
  });
}
