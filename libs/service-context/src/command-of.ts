import type { RouteRequest, SignedInPerson } from '@sillok/http-service';
import { type CommandContext, commandIdOf, type RecordedEvent } from '@sillok/journal';
import { type Json, SillokError } from '@sillok/kernel';
import type { ServiceContext } from './service-context.ts';

/** The person behind a request to a route that asks for one. */
export function personOf(request: Pick<RouteRequest, 'person'>): SignedInPerson {
  if (request.person === undefined)
    throw new SillokError('not-signed-in', 'the route lets only signed-in people through');
  return request.person;
}

/** The command of a request: its id comes from the client's key, so that asking twice is doing once. */
export function commandOf(
  context: Pick<ServiceContext, 'institutionId'>,
  request: RouteRequest<unknown, unknown, unknown>,
  operation: string,
  input: Json,
): CommandContext {
  const actor = personOf(request).id;
  const commandId = commandIdOf(context.institutionId, actor, operation, request.idempotencyKey);
  return { actor, commandId, correlationId: request.correlationId, causationId: commandId, input };
}

/** The command of a reaction or worker: named after the event that caused it, so a replay finds it done. */
export function commandAfter(service: string, operation: string, cause: RecordedEvent): CommandContext {
  return {
    actor: `service:${service}`,
    commandId: commandIdOf(cause.envelope.log, `service:${service}`, operation, cause.envelope.id),
    correlationId: cause.envelope.correlationId,
    causationId: cause.envelope.id,
    input: [operation, cause.envelope.id],
  };
}
