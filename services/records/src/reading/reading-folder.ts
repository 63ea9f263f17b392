import { custody } from '@sillok/schemas/api/records/keeping';
import type { RecordsContext } from '../context.ts';
import type { Custody, RegisterPlace } from '../folder/state.ts';
import { isAtArchives } from './reading-transfer.ts';

export function folderRow(row: Readonly<Record<string, unknown>>) {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    folderId: String(row['folder_id']),
    title: text('title'),
    unitId: String(row['unit_id']),
    unitTaskId: String(row['unit_task_id']),
    year: Number(row['year']),
    retention: String(row['retention']),
    status: row['status'] === 'closed' ? ('closed' as const) : ('open' as const),
    multiYear: row['multi_year'] === 1,
    closedOn: text('closed_on'),
    retentionStart: text('retention_start'),
    expiresOn: text('expires_on'),
    custody: custody.parse(row['custody']),
  };
}

/** The last number of each register that lies in the folder, and when the newest of them was filed. */
export function placeOf(context: RecordsContext, folderId: string) {
  const rows = context.records.db.prepare('SELECT * FROM place WHERE folder_id = ? ORDER BY filed_at').all(folderId);
  const place = rows.map(
    (row): RegisterPlace => ({
      scope: String(row['scope']),
      year: Number(row['year']),
      book: String(row['book']),
      number: Number(row['number']),
    }),
  );
  const last = rows.at(-1)?.['filed_at'];
  return { place, lastFiledAt: typeof last === 'string' ? last : undefined };
}

/** The custody of a record is that of the folder in which it lies, until the archives have accepted it. */
export function custodyOf(context: RecordsContext, { documentId, folderId }: RecordPlace): Custody {
  if (isAtArchives(context, documentId)) return 'archives';
  const row = context.records.db.prepare('SELECT custody FROM folder WHERE folder_id = ?').get(folderId);
  return custody.catch('unit').parse(row?.['custody']);
}

type RecordPlace = { readonly documentId: string; readonly folderId: string | null };
