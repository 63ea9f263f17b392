import { Readable } from 'node:stream';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuseIllFormedText } from './parse-json.ts';
import { problemMediaType, problemSchema } from './problem.ts';
import { limitedBody, tooLarge } from './raw-body.ts';
import { mediaTypeRefusal } from './refusal-of-error.ts';
import { requestContext } from './request-context.ts';
import type { Route, RouteRequest } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { sendProblem } from './send-problem.ts';
import { validateInput } from './validate-input.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
}

/** Puts one route into the app. */
export function registerRoute(app: FastifyInstance, route: Route): void {
  app.route({
    method: route.method,
    url: route.url,
    config: { route },
    ...(route.rawBody === undefined ? {} : { bodyLimit: route.rawBody.limitBytes }),
    schema: schemaOf(route),
    // Input is validated below, where fields are named; Fastify would stop at its own words.
    validatorCompiler: () => (value) => ({ value }),
    handler: async (request, reply) => {
      const input = readInput(route, request);
      if (isRefusal(input)) return sendProblem(request, reply, input);
      const answer = await route.handle(input);
      return isRefusal(answer) ? sendProblem(request, reply, answer) : sendAnswer(reply, answer);
    },
  });
}

function schemaOf(route: Route) {
  const problem = {
    description: 'A refusal or a fault (RFC 9457)',
    content: { [problemMediaType]: { schema: problemSchema } },
  };
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.tag],
    hide: route.response === 'page',
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    ...(route.command === true ? { headers: commandHeaders } : {}),
    ...(route.access === 'public' ? { security: [] } : {}),
    ...(route.roles === undefined ? {} : { description: `One of the roles: ${route.roles.join(', ')}` }),
    ...(route.rawBody === undefined ? {} : { consumes: [route.rawBody.mediaType ?? octets], body: binary }),
    response: {
      ...(route.response === 'page' ? {} : { '2xx': answerSchema(route.response) }),
      default: problem,
    },
  };
}

const idempotencyKeyPattern = /^[\x21-\x7e]{1,64}$/;
const commandHeaders = z.object({ 'idempotency-key': z.string().regex(idempotencyKeyPattern) });
const octets = 'application/octet-stream';
const binary = z.string().meta({ format: 'binary' });

function answerSchema(response: z.ZodType | 'file' | 'text') {
  if (response === 'text') return { description: 'Plain text', content: { 'text/plain': { schema: z.string() } } };
  return response === 'file'
    ? { description: 'The bytes', content: { [octets]: { schema: binary } } }
    : { description: 'The answer', content: { 'application/json': { schema: response } } };
}

function readInput(route: Route, request: FastifyRequest): RouteRequest | Refusal {
  const key = request.headers['idempotency-key'];
  const idempotencyKey = typeof key === 'string' ? key : '';
  if (route.command === true && !idempotencyKeyPattern.test(idempotencyKey)) {
    return refuse('idempotency-key-missing', 'Idempotency-Key');
  }
  const unsafe = refuseUnsafeParams(request.params) ?? refuseIllFormedText(request.query, 'query');
  if (unsafe !== undefined) return unsafe;
  const parts = [
    part(route.params, request.params, 'params'),
    part(route.query, request.query, 'query'),
    route.rawBody === undefined ? part(route.body, request.body, 'body') : { value: undefined },
  ];
  for (const one of parts) if ('refusal' in one) return one.refusal;
  const raw = rawOf(route, request);
  if (isRefusal(raw)) return raw;
  const [params, query, body] = parts.map((one) => ('value' in one ? one.value : undefined));
  return { ...requestContext(request), params, query, body, raw, idempotencyKey };
}

type Part = { readonly value: unknown } | { readonly refusal: Refusal };

function part(schema: Route['params'], data: unknown, name: string): Part {
  if (schema !== undefined) return validateInput(schema, data, name);
  const [unknown] = typeof data === 'object' && data !== null ? Object.keys(data) : data === undefined ? [] : [name];
  return unknown === undefined || name === 'params'
    ? { value: undefined }
    : { refusal: refuse('input-unknown-field', unknown) };
}

/** A parameter is one path segment; what could climb out of one is refused whatever the schema says. */
function refuseUnsafeParams(params: unknown): Refusal | undefined {
  for (const [name, value] of Object.entries(params ?? {})) {
    const isUnsafe = typeof value !== 'string' || /[/\\\p{Cc}]/u.test(value) || value === '.' || value === '..';
    if (isUnsafe) return refuse('input-invalid', name, { rule: 'one path segment' });
  }
  return undefined;
}

function rawOf(route: Route, request: FastifyRequest): Readable | Refusal {
  if (route.rawBody === undefined) return Readable.from([]);
  const { limitBytes, mediaType = octets } = route.rawBody;
  if (!(request.body instanceof Readable)) return mediaTypeRefusal(mediaType);
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  return limitedBody(request.body, limitBytes);
}
