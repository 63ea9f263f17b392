import { type DirectoryState, packInForce } from '@sillok/authority';
import type { CivilDate } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { RecordsContext } from '../context.ts';
import { type TransferDue, transferDue } from '../folder/retention.ts';
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
  const rows = context.records.db
    .prepare(
      `SELECT * FROM folder WHERE status = 'closed' AND custody = 'unit' AND retention_start <= ?
       ORDER BY retention_start, folder_id LIMIT 500`,
    )
    .all(on);
  return rows.flatMap((row) => {
    const { folderId, title, unitId, retention, retentionStart } = folderRow(row);
    const due = retentionStart === null ? undefined : dueOf(directory, { retention, retentionStart }, on);
    if (retentionStart === null || due === undefined) return [];
    const offeredBy = typeof row['offered_by'] === 'string' ? row['offered_by'] : null;
    const isOverdue = due.recordsCentreBy < on;
    return [{ folderId, title, unitId, retention, retentionStart, ...due, isOverdue, offeredBy }];
  });
}

/** The closed folders of the records centre that are kept long enough for the archives; the oldest first. */
export function dueAtArchives(context: RecordsContext, directory: DirectoryState, on: CivilDate) {
  const rows = context.records.db
    .prepare(
      `SELECT * FROM folder WHERE status = 'closed' AND custody = 'records-centre' AND retention_start <= ?
       ORDER BY retention_start, folder_id LIMIT 500`,
    )
    .all(on);
  return rows.flatMap((row) => {
    const { folderId, title, unitId, retention, retentionStart } = folderRow(row);
    if (retentionStart === null) return [];
    const archivesIn = dueOf(directory, { retention, retentionStart }, on)?.archivesIn ?? null;
    if (archivesIn === null) return [];
    const isDue = archivesIn <= Number(on.slice(0, 4));
    return [{ folderId, title, unitId, retention, retentionStart, archivesIn, isDue }];
  });
}
