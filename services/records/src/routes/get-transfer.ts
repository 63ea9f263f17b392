import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { outgoingTransfer, transferParams } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { findTransfer } from '../reading/reading-transfer.ts';
import { transferStream } from '../transfer/decide.ts';
import { finalReceipt, furthestStatus, type TransferInHand } from '../transfer/state.ts';

export function getTransferRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/transfers/:transferId',
    operationId: 'GetTransfer',
    summary: 'One transfer: what became of each record, what the archives said, and its history',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer', 'auditor'],
    params: transferParams,
    response: outgoingTransfer,
    async handle(request) {
      const { transferId } = request.params;
      const state = await findTransfer(context, transferId);
      if (state === undefined) return refuse('transfer-unknown', 'transferId');
      const { folderId, archivesId, on, previousTransferId } = state.prepared;
      const events = await context.journal.eventsOf(transferStream(transferId));
      return {
        transferId,
        folderId,
        archivesId,
        status: furthestStatus(state),
        preparedOn: on,
        previousTransferId,
        findings: state.failed?.codes ?? (state.refused === undefined ? [] : [state.refused.code]),
        items: itemsOf(context, state),
        receipts: Object.values(state.receipts).map(({ kind }) => kind),
        accession: finalReceipt(state)?.accession ?? null,
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}

function itemsOf({ transfers }: RecordsContext, state: TransferInHand) {
  const last = finalReceipt(state);
  const title = transfers.db.prepare('SELECT title FROM filed WHERE document_id = ?');
  return state.prepared.items.map((documentId) => {
    const found = title.get(documentId)?.['title'];
    const returned = last?.returned.find((one) => one.documentId === documentId);
    const decided = returned === undefined ? ('accepted' as const) : ('returned' as const);
    return {
      documentId,
      title: typeof found === 'string' ? found : null,
      outcome: last === undefined ? ('pending' as const) : decided,
      codes: returned?.codes ?? [],
    };
  });
}
