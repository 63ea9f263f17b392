import { type CommandContext, commandIdOf } from '@sillok/journal';
import type { ArchiveContext } from '../context.ts';

/** What the service does by itself, once in the life of a stream. */
export function commandOfStream(
  { institutionId }: Pick<ArchiveContext, 'institutionId'>,
  operation: string,
  stream: string,
  correlationId: string,
): CommandContext {
  const actor = 'service:archive';
  const commandId = commandIdOf(institutionId, actor, operation, stream);
  return { actor, commandId, correlationId, causationId: commandId, input: [operation, stream] };
}
