import type { RouteRequest } from '@sillok/http-service';
import { isRefusal, type Json, type Refusal } from '@sillok/kernel';
import type { paperDone } from '@sillok/schemas/api/distribution/paper';
import { commandOf, personOf } from '@sillok/service-context';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { type PaperCommand, paperDecider, paperStream } from '../paper/decide.ts';
import { findPaper, type PaperRow, paperFor } from '../reading/reading-paper.ts';

type Request = RouteRequest<{ documentId: string }, unknown, unknown>;
type Done = z.infer<typeof paperDone>;

/** What people do with a letter on paper: only who may see it, once, and answered when it can be read again. */
export async function actOnPaper(
  context: DistributionContext,
  request: Request,
  operation: string,
  command: (found: PaperRow) => Promise<PaperCommand> | PaperCommand,
): Promise<Done | Refusal> {
  const { documentId } = request.params;
  const found = await paperFor(context, documentId, personOf(request));
  if (isRefusal(found)) return found;
  // It was parsed as JSON, or there is none.
  const cause = commandOf(context, request, operation, [documentId, (request.body ?? null) as Json]);
  const outcome = await context.journal.execute(paperDecider, paperStream(documentId), await command(found), cause);
  if (isRefusal(outcome)) return outcome;
  await context.papers.reached(outcome.position);
  return paperDoneOf(context, documentId);
}

export function paperDoneOf(context: DistributionContext, documentId: string): Done {
  const { status = 'in-registry', number = null } = findPaper(context, documentId)?.item ?? {};
  return { documentId, status, number };
}
