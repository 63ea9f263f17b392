import { type Refusal, refuse } from '@sillok/kernel';
import type { TransferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import { mostItems } from '@sillok/schemas/vocabulary/transferred-items';
import type { Folder } from '../../folder/state.ts';
import type { TransferState } from '../state.ts';

/** What is known of the folder and of what lies in it on the day of the transfer. */
export interface TransferFacts {
  readonly folder: Pick<Folder, 'status' | 'custody'>;
  /** The year in which the pack sends it to the archives; null for what is not kept long enough. */
  readonly archivesIn: number | null;
  readonly isArchives: boolean;
  /** A document of the folder is still being handled, or has no number or no copy yet. */
  readonly hasOpenCase: boolean;
  /** Another transfer has the folder, or the history of one of its records is closed for one. */
  readonly isUnderWay: boolean;
  /** Records whose review of disclosure is overdue. */
  readonly reviewsDue: readonly string[];
}

export interface PrepareTransfer {
  readonly type: 'PrepareTransfer';
  readonly transfer: TransferPrepared['data'];
  readonly facts: TransferFacts;
}

/** Everything that could stop it is asked before: what is prepared is built, and nothing of it is undone. */
export function prepareTransfer(
  { transfer, facts }: PrepareTransfer,
  state: TransferState,
): readonly TransferPrepared[] | Refusal {
  if (state.status !== 'none') return refuse('transfer-under-way', 'folderId');
  return (
    refusalOfFolder(facts) ??
    refusalOfTime(transfer, facts) ??
    refusalOfContent(transfer, facts) ?? [{ type: 'records.TransferPrepared.v1', data: transfer }]
  );
}

function refusalOfFolder({ folder, isArchives }: TransferFacts): Refusal | undefined {
  if (folder.custody === 'archives') return refuse('custody-elsewhere', 'folderId');
  if (folder.status !== 'closed') return refuse('folder-not-closed', 'folderId');
  if (folder.custody !== 'records-centre') return refuse('custody-elsewhere', 'folderId');
  return isArchives ? undefined : refuse('archives-unknown', 'archivesId');
}

function refusalOfTime(
  { on, agreement }: TransferPrepared['data'],
  { archivesIn }: TransferFacts,
): Refusal | undefined {
  if (archivesIn === null) return refuse('not-for-archives', 'folderId');
  const isDue = Number(on.slice(0, 4)) >= archivesIn;
  return isDue || agreement !== null ? undefined : refuse('transfer-not-due', 'agreement', { year: archivesIn });
}

function refusalOfContent(
  { items }: TransferPrepared['data'],
  { hasOpenCase, isUnderWay, reviewsDue }: TransferFacts,
): Refusal | undefined {
  if (hasOpenCase) return refuse('transfer-has-open-case', 'folderId');
  if (isUnderWay) return refuse('transfer-under-way', 'folderId');
  if (items.length === 0) return refuse('not-for-archives', 'folderId');
  if (items.length > mostItems) return refuse('input-invalid', 'folderId', { rule: `at most ${mostItems} records` });
  const [due] = reviewsDue;
  return due === undefined ? undefined : refuse('disclosure-review-due', 'folderId', { documentId: due });
}
