import type { Refusal } from '@sillok/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expectedBy } from './accept-bodies.ts';
import { problemMediaType, problemOf } from './problem.ts';
import { problemPage } from './problem-page.ts';
import { mediaTypeRefusal, refusalOfError } from './refusal-of-error.ts';
import { requestContext } from './request-context.ts';
import { pageHeaders } from './security-headers.ts';

/** A refusal in the reader's language: problem+json, or a page where a browser asked for one. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { correlationId, language } = requestContext(request);
  const problem = problemOf(refusal, language, correlationId);
  reply.status(problem.status);
  if (wantsPage(request)) {
    return reply.headers(pageHeaders).type('text/html; charset=utf-8').send(problemPage(problem, language));
  }
  return reply.type(problemMediaType).send(problem);
}

/** Whatever was thrown. What nobody foresaw is logged with its place and answered without it. */
export function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  jsonBytes: number,
): FastifyReply {
  const limitBytes = request.routeOptions.config?.route?.rawBody?.limitBytes ?? jsonBytes;
  const refusal = refusalOfError(error, limitBytes);
  if (refusal.refused === refusal.refused.toUpperCase()) {
    request.log.error({ err: error, correlationId: request.id, code: refusal.refused }, 'request failed');
  }
  // Fastify would hang up, and whoever is in the middle of sending would not hear why; the rest is let go unread.
  if (refusal.refused === 'input-too-large') reply.removeHeader('connection');
  const isMediaType = refusal.refused === 'media-type-not-supported';
  return sendProblem(request, reply, isMediaType ? mediaTypeRefusal(expectedBy(request)) : refusal);
}

function wantsPage(request: FastifyRequest): boolean {
  const isPage = request.is404 || request.routeOptions.config?.route?.response === 'page';
  return isPage && request.headers.accept?.includes('text/html') === true;
}
