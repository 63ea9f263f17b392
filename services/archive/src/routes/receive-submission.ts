import { buffer } from 'node:stream/consumers';
import { defineRoute } from '@sillok/http-service';
import { submissionAnswer } from '@sillok/schemas/api/records/transfer';
import type { ArchiveContext } from '../context.ts';
import { takeSubmission } from '../intake/take-submission.ts';

const largest = 268_435_456;

/** Needs no session: the seal over the root METS says who sends, and nothing is believed before it was seen. */
export function receiveSubmissionRoute(context: ArchiveContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/archive/submissions',
    operationId: 'ReceiveSubmission',
    summary: 'Bring a submission package (E-ARK SIP) of another institution; the zip is the body',
    tag: 'archive',
    access: 'public',
    rawBody: { limitBytes: largest },
    response: submissionAnswer,
    handle: async (request) =>
      takeSubmission(context, new Uint8Array(await buffer(request.raw)), request.correlationId),
  });
}
