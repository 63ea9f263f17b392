import { inspectionReport } from '@sillok/schemas/api/archive/submission';
import { z } from 'zod';
import type { ArchiveContext } from '../context.ts';

/** What is kept of an inspection, under the key of the transfer: the report, and what each item is called. */
export const keptReport = z.strictObject({
  report: inspectionReport,
  titles: z.record(z.string(), z.string()),
});
export type KeptReport = z.infer<typeof keptReport>;

export async function reportAt(
  { transferContents }: Pick<ArchiveContext, 'transferContents'>,
  transferId: string,
  address: string,
): Promise<KeptReport> {
  return keptReport.parse(await transferContents.getJson(transferId, address));
}
