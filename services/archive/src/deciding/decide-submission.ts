import type { RouteRequest } from '@sillok/http-service';
import type { Refusal } from '@sillok/kernel';
import type { submissionDecision, submissionDone } from '@sillok/schemas/api/archive/submission';
import { personOf } from '@sillok/service-context';
import type { z } from 'zod';
import type { ArchiveContext } from '../context.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';
import { actOnSubmission } from './act-on-submission.ts';

type Request = RouteRequest<{ transferId: string }, unknown, z.infer<typeof submissionDecision>>;

/** The reasons are kept under the key of the transfer; of a decision that is refused nothing is kept. */
export async function decideSubmission(
  context: ArchiveContext,
  request: Request,
): Promise<z.infer<typeof submissionDone> | Refusal> {
  const { transferId } = request.params;
  const command = {
    type: 'DecideItems',
    decidedBy: personOf(request).id,
    decisionAddress: '0'.repeat(64),
    items: request.body.items.map(({ documentId, outcome, codes, reason }) => ({
      documentId,
      outcome,
      codes,
      hasReason: reason !== undefined,
    })),
  } as const;
  const refusal = await context.journal.refusalOf(submissionDecider, submissionStream(transferId), command);
  const decisionAddress =
    refusal === undefined ? await context.transferContents.putJson(transferId, decisionOf(request)) : '0'.repeat(64);
  return actOnSubmission(context, request, 'DecideSubmission', { ...command, decisionAddress });
}

/** As it was said; members that were left out are absent, as canonical JSON wants it. */
function decisionOf({ body }: Request) {
  return {
    items: body.items.map(({ documentId, outcome, codes, reason }) => ({
      documentId,
      outcome,
      codes,
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}
