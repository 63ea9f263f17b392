import { commandIdOf } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { circulationDecider, circulationStream } from '../circulation/decide.ts';
import type { DistributionContext } from '../context.ts';

/** Recorded before a byte goes out: whoever holds the content has left a mark. */
export async function recordReading(
  context: DistributionContext,
  documentId: string,
  actor: string,
  correlationId: string,
): Promise<void> {
  const commandId = commandIdOf(context.institutionId, actor, 'RecordReading', documentId);
  const outcome = await context.journal.execute(
    circulationDecider,
    circulationStream(documentId),
    { type: 'RecordReading', documentId, personId: actor },
    { actor, commandId, correlationId, causationId: commandId, input: [documentId] },
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
  await context.incoming.reached(outcome.position);
}
