import type { RouteRequest } from '@sillok/http-service';
import { isRefusal, type Json, type Refusal } from '@sillok/kernel';
import type { submissionDone } from '@sillok/schemas/api/archive/submission';
import { commandOf } from '@sillok/service-context';
import type { z } from 'zod';
import type { ArchiveContext } from '../context.ts';
import { findSubmission } from '../reading/reading-submission.ts';
import { type SubmissionCommand, submissionDecider, submissionStream } from '../submission/decide.ts';

export type SubmissionRequest = RouteRequest<{ transferId: string }, unknown, unknown>;
type Done = z.infer<typeof submissionDone>;

/** What people do with a submission: once, and answered when it can be read again. */
export async function actOnSubmission(
  context: ArchiveContext,
  request: SubmissionRequest,
  operation: string,
  command: SubmissionCommand,
): Promise<Done | Refusal> {
  const { transferId } = request.params;
  // It was parsed as JSON, or there is none.
  const input = [transferId, (request.body ?? null) as Json];
  const outcome = await context.journal.execute(
    submissionDecider,
    submissionStream(transferId),
    command,
    commandOf(context, request, operation, input),
  );
  if (isRefusal(outcome)) return outcome;
  await context.submissions.reached(outcome.position);
  return { transferId, status: findSubmission(context, transferId)?.status ?? 'arrived' };
}
