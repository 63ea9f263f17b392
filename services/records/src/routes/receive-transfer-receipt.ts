import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { signedTransferReceipt, transferReceiptTaken } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { takeTransferReceipt } from '../exchange/take-transfer-receipt.ts';

/** Needs no session: the seal over the receipt says whose it is, and nothing is believed before it was seen. */
export function receiveTransferReceiptRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/transfers/receipts',
    operationId: 'ReceiveTransferReceipt',
    summary: 'Bring what the archives say of a submission of ours, signed by their seal',
    tag: 'records',
    access: 'public',
    body: signedTransferReceipt,
    response: transferReceiptTaken,
    async handle(request) {
      const outcome = await takeTransferReceipt(context, request.body, request.correlationId);
      return isRefusal(outcome) ? outcome : { taken: true as const };
    },
  });
}
