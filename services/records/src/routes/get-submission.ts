import { defineRoute, file } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { signedTransferReceipt, transferParams, transferReceiptParams } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { findTransfer } from '../reading/reading-transfer.ts';

const readers = ['records-officer', 'auditor'] as const;

export function getSubmissionRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/transfers/:transferId/package.zip',
    operationId: 'GetSubmission',
    summary: 'The very package that was sent to the archives (E-ARK SIP)',
    tag: 'records',
    access: 'signed-in',
    roles: readers,
    params: transferParams,
    response: 'file',
    async handle(request) {
      const { transferId } = request.params;
      const built = (await findTransfer(context, transferId))?.built;
      if (built === undefined) return refuse('transfer-unknown', 'transferId');
      const content = await context.transferContents.get(transferId, built.packageAddress);
      return file({ content, mediaType: 'application/zip', name: `${transferId}.zip` });
    },
  });
}

export function getTransferReceiptRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/transfers/:transferId/receipts/:kind',
    operationId: 'GetTransferReceipt',
    summary: 'What the archives said, with their signature',
    tag: 'records',
    access: 'signed-in',
    roles: readers,
    params: transferReceiptParams,
    response: signedTransferReceipt,
    async handle(request) {
      const { transferId, kind } = request.params;
      const receipt = (await findTransfer(context, transferId))?.receipts[kind];
      if (receipt === undefined) return refuse('not-found', 'kind');
      return signedTransferReceipt.parse(await context.transferContents.getJson(transferId, receipt.receiptAddress));
    },
  });
}
