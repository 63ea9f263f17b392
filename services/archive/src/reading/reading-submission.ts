import { submissionStatus } from '@sillok/schemas/api/archive/submission';
import { transferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import { z } from 'zod';
import type { ArchiveContext } from '../context.ts';

const nullable = z.string().nullable();
const codes = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

const submissionRow = z.object({
  transfer_id: z.string(),
  sender_id: z.string(),
  folder_id: z.string(),
  status: submissionStatus,
  arrived_at: z.string(),
  previous_transfer_id: nullable,
  package_digest: z.string(),
  package_codes: codes,
  report_address: nullable,
  decided_by: nullable,
  decision_address: nullable,
  accession: nullable,
  package_id: nullable,
});
export type SubmissionRow = z.infer<typeof submissionRow>;

const itemRow = z.object({
  document_id: z.string(),
  blocking: z.literal([0, 1]),
  codes,
  outcome: z.enum(['pending', 'accepted', 'returned']),
});

type Reading = Pick<ArchiveContext, 'submissions'>;

export function findSubmission({ submissions }: Reading, transferId: string): SubmissionRow | undefined {
  const row = submissions.db.prepare('SELECT * FROM submission WHERE transfer_id = ?').get(transferId);
  return row === undefined ? undefined : submissionRow.parse(row);
}

export function itemsOf({ submissions }: Reading, transferId: string): readonly z.infer<typeof itemRow>[] {
  const rows = submissions.db.prepare('SELECT * FROM item WHERE transfer_id = ? ORDER BY place').all(transferId);
  return rows.map((row) => itemRow.parse(row));
}

export function receiptsOf({ submissions }: Reading, transferId: string) {
  const rows = submissions.db.prepare('SELECT kind FROM receipt WHERE transfer_id = ? ORDER BY place').all(transferId);
  return rows.map((row) => transferReceiptKind.parse(row['kind']));
}

export interface ListedSubmissions {
  readonly status: string | undefined;
  readonly after: readonly [string, string];
  readonly limit: number;
}

/** Newest first, one more than asked for where there are more. */
export function listSubmissions({ submissions }: Reading, { status, after, limit }: ListedSubmissions) {
  const rows = submissions.db
    .prepare(
      `SELECT * FROM submission WHERE (arrived_at, transfer_id) < (?, ?) AND (? IS NULL OR status = ?)
       ORDER BY arrived_at DESC, transfer_id DESC LIMIT ?`,
    )
    .all(...after, status ?? null, status ?? null, limit + 1);
  return rows.map((row) => submissionRow.parse(row));
}

/** The name under which a package lies in the store. */
export function fileOfPackage({ submissions }: Reading, packageId: string): string | undefined {
  const row = submissions.db.prepare('SELECT package_file FROM submission WHERE package_id = ?').get(packageId);
  return z.object({ package_file: z.string() }).safeParse(row).data?.package_file;
}
