import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import type { CivilDate } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { RecordsContext } from '../context.ts';
import { reviewDueOn } from '../disclosure/review-due.ts';
import { type RecordRow, recordRow } from './reading-record.ts';
import { isAtArchives } from './reading-transfer.ts';

/** Only the databases of the projections. */
interface Reading {
  readonly records: Pick<RecordsContext['records'], 'db'>;
  readonly transfers: Pick<RecordsContext['transfers'], 'db'>;
}

const most = 500;

/**
 * The records that are not open and whose day of review has come, the longest waiting first. Those at the archives wait
 * for ever, and leave room for the others.
 */
export function dueReviewsOf(context: Reading, directory: DirectoryState, on: CivilDate) {
  const rows = context.records.db
    .prepare(
      `SELECT * FROM record WHERE disclosure <> 'open' AND number IS NOT NULL AND classed_at < ?
       ORDER BY classed_at, document_id`,
    )
    .iterate(`${on}T`);
  const due: ReturnType<typeof overdue> = [];
  for (const row of rows) {
    const [one] = overdue(directory, [recordRow(row)], on);
    if (one !== undefined && !isAtArchives(context, one.documentId)) due.push(one);
    if (due.length === most) break;
  }
  return due;
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
