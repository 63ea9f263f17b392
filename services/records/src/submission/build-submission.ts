import type { WrittenPackage } from '@sillok/archival-package';
import { SillokError } from '@sillok/kernel';
import type { RecordsContext } from '../context.ts';

/** What is to be packed: these records of one folder, for these archives. `at` dates everything in the package. */
export interface SubmissionOrder {
  readonly transferId: string;
  readonly folderId: string;
  readonly archivesId: string;
  readonly agreement: string | null;
  readonly previousTransferId: string | null;
  readonly items: readonly string[];
  readonly at: string;
}

/**
 * The submission (E-ARK SIP 2.2.0) of records whose history was closed for this transfer, its root METS signed by the
 * seal. One order gives one METS.
 */
export async function buildSubmission(_context: RecordsContext, order: SubmissionOrder): Promise<WrittenPackage> {
  throw new SillokError('UNEXPECTED', 'no submission can be built yet', { details: { transferId: order.transferId } });
}
