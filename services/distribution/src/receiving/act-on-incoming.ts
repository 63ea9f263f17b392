import type { RouteRequest } from '@sillok/http-service';
import { isRefusal, type Json, type Refusal } from '@sillok/kernel';
import type { incomingDone } from '@sillok/schemas/api/distribution/incoming';
import { commandOf, personOf } from '@sillok/service-context';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { type IncomingCommand, incomingDecider, incomingStream } from '../incoming/decide.ts';
import { type IncomingRow, incomingFor } from '../reading/reading-incoming.ts';

type Request = RouteRequest<{ documentId: string }, unknown, unknown>;
type Done = z.infer<typeof incomingDone>;

/** What people do with an incoming document: only who may see it, once, and answered when it can be read again. */
export async function actOnIncoming(
  context: DistributionContext,
  request: Request,
  operation: string,
  command: (found: IncomingRow) => Promise<IncomingCommand> | IncomingCommand,
): Promise<Done | Refusal> {
  const { documentId } = request.params;
  const person = personOf(request);
  const found = await incomingFor(context, documentId, person);
  if (isRefusal(found)) return found;
  // It was parsed as JSON, or there is none.
  const input = [documentId, (request.body ?? null) as Json];
  const outcome = await context.journal.execute(
    incomingDecider,
    incomingStream({ senderId: found.item.senderId, dispatchId: found.dispatchId }),
    await command(found),
    commandOf(context, request, operation, input),
  );
  if (isRefusal(outcome)) return outcome;
  await context.incoming.reached(outcome.position);
  return doneOf(context, documentId);
}

export function doneOf(context: DistributionContext, documentId: string): Done {
  const row = context.incoming.db.prepare('SELECT status, number FROM incoming WHERE document_id = ?').get(documentId);
  const number = typeof row?.['number'] === 'string' ? row['number'] : null;
  return { documentId, status: row?.['status'] as Done['status'], number };
}
