import type { FastifyReply, FastifyRequest } from 'fastify';

/** One line an answer. Neither address nor input: both may name people. */
export async function logOutcome(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.log.info(
    {
      correlationId: request.id,
      operationId: request.routeOptions.config?.route?.operationId ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    },
    'answered',
  );
}
