import { refusalAsError } from '@sillok/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from './parse-json.ts';
import { mediaTypeRefusal } from './refusal-of-error.ts';

/** JSON everywhere, forms for pages, bytes for `rawBody` routes; anything else is 415. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, acceptJson);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, acceptForm);
  app.addContentTypeParser('application/octet-stream', acceptBytes);
}

async function acceptJson(request: FastifyRequest, bytes: Buffer): Promise<unknown> {
  if (routeOf(request)?.rawBody !== undefined) throw refusalAsError(mediaTypeRefusal('application/octet-stream'));
  const parsed = parseJson(bytes);
  if ('refusal' in parsed) throw refusalAsError(parsed.refusal);
  return parsed.value;
}

async function acceptForm(request: FastifyRequest, text: string): Promise<unknown> {
  if (routeOf(request)?.response !== 'page') throw refusalAsError(mediaTypeRefusal(expectedBy(request)));
  return Object.fromEntries(new URLSearchParams(text));
}

async function acceptBytes(request: FastifyRequest, payload: unknown): Promise<unknown> {
  if (routeOf(request)?.rawBody === undefined) throw refusalAsError(mediaTypeRefusal('application/json'));
  return payload;
}

function routeOf(request: FastifyRequest) {
  return request.routeOptions.config.route;
}

export function expectedBy(request: FastifyRequest): string {
  return routeOf(request)?.rawBody === undefined ? 'application/json' : 'application/octet-stream';
}
