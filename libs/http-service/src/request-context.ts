import type { Language } from '@sillok/schemas/vocabulary/primitives';
import type { FastifyRequest } from 'fastify';
import type { SignedInPerson } from './route.ts';

export interface RequestContext {
  readonly person?: SignedInPerson;
  readonly correlationId: string;
  readonly language: Language;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly origin: string;
  readonly target: string;
}

const contexts = new WeakMap<FastifyRequest, RequestContext>();

export function rememberContext(request: FastifyRequest, context: RequestContext): void {
  contexts.set(request, context);
}

/** What is known of a request before its input is read. */
export function requestContext(request: FastifyRequest): RequestContext {
  return (
    contexts.get(request) ?? {
      correlationId: request.id,
      language: 'en',
      cookies: {},
      origin: '',
      target: request.url,
    }
  );
}
