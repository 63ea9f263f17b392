import { nameBasedId } from '@sillok/journal';
import { transferStatus } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { recordDecider, recordStream } from '../record/decide.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';
import { finalReceipt, isOver, type TransferInHand } from '../transfer/state.ts';

export function transferRow(row: Readonly<Record<string, unknown>>) {
  return {
    transferId: String(row['transfer_id']),
    folderId: String(row['folder_id']),
    archivesId: String(row['archives_id']),
    status: transferStatus.parse(row['status']),
    preparedOn: String(row['prepared_on']),
  };
}

export async function findTransfer(context: RecordsContext, transferId: string): Promise<TransferInHand | undefined> {
  const row = context.transfers.db.prepare('SELECT 1 FROM transfer WHERE transfer_id = ?').get(transferId);
  if (row === undefined) return undefined;
  const state = await context.journal.stateOf(transferDecider, transferStream(transferId));
  return state.status === 'none' ? undefined : state;
}

/** Every attempt to send the folder, the oldest first. */
export async function transfersOf(
  context: Pick<RecordsContext, 'transfers' | 'journal'>,
  folderId: string,
): Promise<readonly TransferInHand[]> {
  const rows = context.transfers.db
    .prepare('SELECT transfer_id FROM transfer WHERE folder_id = ? ORDER BY place')
    .all(folderId);
  const states: TransferInHand[] = [];
  for (const row of rows) {
    const state = await context.journal.stateOf(transferDecider, transferStream(String(row['transfer_id'])));
    if (state.status !== 'none') states.push(state);
  }
  return states;
}

/** Named after the attempt before it, so that of two who send a folder at once one finds the other's. */
export function nextTransferId(
  context: Pick<RecordsContext, 'institutionId'>,
  folderId: string,
  earlier: readonly TransferInHand[],
): string {
  return nameBasedId('transfer', context.institutionId, folderId, earlier.at(-1)?.prepared.transferId ?? '');
}

/** What lies in the folder and was not accepted yet, in the order of filing. */
export function itemsToSend(
  context: Pick<RecordsContext, 'transfers'>,
  folderId: string,
  earlier: readonly TransferInHand[],
): readonly string[] {
  const accepted = new Set(earlier.flatMap((one) => finalReceipt(one)?.accepted ?? []));
  return context.transfers.db
    .prepare('SELECT document_id FROM filed WHERE folder_id = ? ORDER BY place')
    .all(folderId)
    .map((row) => String(row['document_id']))
    .filter((documentId) => !accepted.has(documentId));
}

/** A document is under approval, has no number, or its copy is not sealed yet. */
export function hasOpenCase(context: RecordsContext, folderId: string): boolean {
  const pending = context.records.db.prepare('SELECT 1 FROM pending_case WHERE folder_id = ?').get(folderId);
  const unsealed = context.transfers.db
    .prepare('SELECT 1 FROM filed WHERE folder_id = ? AND waits_for_seal = 1')
    .get(folderId);
  return pending !== undefined || unsealed !== undefined;
}

/** An attempt that is not over, or a record that is not back from one: its history goes on only after the receipt. */
export async function isUnderWay(
  context: Pick<RecordsContext, 'journal'>,
  items: readonly string[],
  earlier: readonly TransferInHand[],
): Promise<boolean> {
  if (!earlier.every(isOver)) return true;
  for (const documentId of items) {
    const { closedFor } = await context.journal.stateOf(recordDecider, recordStream(documentId));
    if (closedFor !== undefined) return true;
  }
  return false;
}

export function isAtArchives(
  context: { readonly transfers: Pick<RecordsContext['transfers'], 'db'> },
  documentId: string,
): boolean {
  const row = context.transfers.db.prepare('SELECT is_passed FROM filed WHERE document_id = ?').get(documentId);
  return row?.['is_passed'] === 1;
}
