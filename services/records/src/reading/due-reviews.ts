import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import type { CivilDate } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { RecordsContext } from '../context.ts';
import { reviewDueOn } from '../disclosure/review-due.ts';
import { type RecordRow, recordRow } from './reading-record.ts';
import { isAtArchives } from './reading-transfer.ts';

/** The records that are not open and whose day of review has come, the longest waiting first. */
export function dueReviewsOf(context: RecordsContext, directory: DirectoryState, on: CivilDate) {
  const rows = context.records.db
    .prepare(
      `SELECT * FROM record WHERE disclosure <> 'open' AND number IS NOT NULL AND classed_at < ?
       ORDER BY classed_at, document_id LIMIT 500`,
    )
    .all(`${on}T`)
    .map(recordRow);
  return overdue(directory, rows, on).filter(({ documentId }) => !isAtArchives(context, documentId));
}

/** Those of one folder: what goes to the archives was looked at in time (ACT 35). */
export function reviewsDueIn(
  context: RecordsContext,
  directory: DirectoryState,
  { folderId, items, on }: { readonly folderId: string; readonly items: readonly string[]; readonly on: CivilDate },
): readonly string[] {
  const rows = context.records.db
    .prepare("SELECT * FROM record WHERE folder_id = ? AND disclosure <> 'open' ORDER BY classed_at, document_id")
    .all(folderId)
    .map(recordRow)
    .filter(({ documentId }) => items.includes(documentId));
  return overdue(directory, rows, on).map(({ documentId }) => documentId);
}

function overdue(directory: DirectoryState, rows: readonly RecordRow[], on: CivilDate) {
  const rule = inForce(packInForce(directory, on)?.pack.disclosureReview ?? [], on);
  if (rule === undefined || rule.everyYears === null) return [];
  return rows.flatMap(({ documentId, title, number, disclosure, classedAt }) => {
    const dueOn = reviewDueOn(rule, disclosure, dateAt(directory, classedAt));
    return dueOn !== null && dueOn <= on ? [{ documentId, title, number, disclosure, dueOn }] : [];
  });
}
