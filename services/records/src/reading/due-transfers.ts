import { type DirectoryState, packInForce } from '@sillok/authority';
import type { CivilDate } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { RecordsContext } from '../context.ts';
import { type TransferDue, transferDue } from '../folder/retention.ts';
import type { Custody } from '../folder/state.ts';
import { folderRow } from './reading-folder.ts';

export interface ClosedFolder {
  readonly retention: string;
  readonly retentionStart: CivilDate;
}

/** When a closed folder has to pass on, by the rules of a day; undefined where the pack has none. */
export function dueOf(
  directory: DirectoryState,
  { retention, retentionStart: start }: ClosedFolder,
  on: CivilDate,
): TransferDue | undefined {
  const pack = packInForce(directory, on)?.pack;
  const period = inForce(pack?.retention ?? [], on)?.find((one) => one.id === retention);
  if (pack === undefined || period === undefined) return undefined;
  return transferDue(pack.transfer, { start, years: period.years }, on);
}

/** The closed folders that units still have, once their retention counts; the most urgent first. */
export function dueTransfersOf(context: RecordsContext, directory: DirectoryState, on: CivilDate) {
  return closedFoldersOf(context, directory, { custody: 'unit', on }).map(({ folder, due, offeredBy }) => {
    const isOverdue = due.recordsCentreBy < on;
    return { ...folder, ...due, isOverdue, offeredBy };
  });
}

/** The closed folders of the records centre that are kept long enough for the archives; the oldest first. */
export function dueAtArchives(context: RecordsContext, directory: DirectoryState, on: CivilDate) {
  return closedFoldersOf(context, directory, { custody: 'records-centre', on }).flatMap(({ folder, due }) => {
    const { archivesIn } = due;
    return archivesIn === null ? [] : [{ ...folder, archivesIn, isDue: archivesIn <= Number(on.slice(0, 4)) }];
  });
}

interface Held {
  readonly custody: Custody;
  readonly on: CivilDate;
}

/** With the law of the day; a folder that it says nothing of is left out. */
function closedFoldersOf(context: RecordsContext, directory: DirectoryState, { custody, on }: Held) {
  const rows = context.records.db
    .prepare(
      `SELECT * FROM folder WHERE status = 'closed' AND custody = ? AND retention_start <= ?
       ORDER BY retention_start, folder_id LIMIT 500`,
    )
    .all(custody, on);
  return rows.flatMap((row) => {
    const { folderId, title, unitId, retention, retentionStart } = folderRow(row);
    const due = retentionStart === null ? undefined : dueOf(directory, { retention, retentionStart }, on);
    if (retentionStart === null || due === undefined) return [];
    const offeredBy = typeof row['offered_by'] === 'string' ? row['offered_by'] : null;
    return [{ folder: { folderId, title, unitId, retention, retentionStart }, due, offeredBy }];
  });
}
