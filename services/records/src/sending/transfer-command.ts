import { type DirectoryState, dateAt } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import { mostItems } from '@sillok/schemas/vocabulary/transferred-items';
import type { RecordsContext } from '../context.ts';
import type { Folder } from '../folder/state.ts';
import { reviewsDueIn } from '../reading/due-reviews.ts';
import { dueOf } from '../reading/due-transfers.ts';
import { hasOpenCase, isUnderWay, itemsToSend, nextTransferId, transfersOf } from '../reading/reading-transfer.ts';
import type { PrepareTransfer } from '../transfer/commands/prepare-transfer.ts';
import { finalReceipt } from '../transfer/state.ts';

export interface TransferOrder {
  readonly archivesId: string;
  readonly agreement: string | null;
  readonly preparedBy: string;
  readonly at: string;
}

/** The next transfer of the folder: what lies in it and is left after those before, as much as one transfer carries. */
export async function transferCommand(
  context: RecordsContext,
  directory: DirectoryState,
  folder: Folder,
  { archivesId, agreement, preparedBy, at }: TransferOrder,
): Promise<PrepareTransfer | Refusal> {
  const { folderId, unitId } = folder.folder;
  const on = dateAt(directory, at);
  const due = folder.closed && dueOf(directory, folder.closed, on);
  if (folder.closed !== undefined && due === undefined) return refuse('policy-not-in-force', 'folderId');
  const earlier = await transfersOf(context, folderId);
  const items = itemsToSend(context, folderId, earlier).slice(0, mostItems);
  const last = earlier.findLast((one) => finalReceipt(one) !== undefined);
  const previousTransferId = last?.prepared.transferId ?? null;
  const transferId = nextTransferId(context, folderId, earlier);
  return {
    type: 'PrepareTransfer',
    transfer: {
      transferId,
      folderId,
      archivesId,
      unitId,
      items,
      previousTransferId,
      agreement,
      preparedBy,
      on,
    },
    facts: {
      folder,
      archivesIn: due?.archivesIn ?? null,
      isArchives: archivesId !== context.institutionId && context.addressBook.find(archivesId)?.isArchives === true,
      hasOpenCase: hasOpenCase(context, folderId),
      isUnderWay: await isUnderWay(context, items, earlier),
      reviewsDue: reviewsDueIn(context, directory, { folderId, items, on }),
    },
  };
}
