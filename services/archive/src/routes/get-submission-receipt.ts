import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { submissionReceiptParams } from '@sillok/schemas/api/archive/submission';
import { signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { ArchiveContext } from '../context.ts';
import { signedReceipt } from '../receipts/issue-receipt.ts';
import { readers } from './archive-roles.ts';

export function getSubmissionReceiptRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/archive/submissions/:transferId/receipts/:kind',
    operationId: 'GetSubmissionReceipt',
    summary: 'What we said of a submission, with our signature',
    tag: 'archive',
    access: 'signed-in',
    roles: readers,
    params: submissionReceiptParams,
    response: signedTransferReceipt,
    async handle(request) {
      const { transferId, kind } = request.params;
      return (await signedReceipt(context, transferId, kind)) ?? refuse('not-found', 'kind');
    },
  });
}
