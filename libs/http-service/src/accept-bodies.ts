import { refusalAsError } from '@sillok/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from './parse-json.ts';
import { mediaTypeRefusal } from './refusal-of-error.ts';

const octets = 'application/octet-stream';

/** JSON everywhere, forms for pages, bytes for `rawBody` routes, anything for foreign protocols; the rest is 415. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, acceptJson);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, acceptForm);
  app.addContentTypeParser(octets, acceptBytes);
  app.addContentTypeParser('*', acceptAnything);
}

async function acceptJson(request: FastifyRequest, bytes: Buffer): Promise<unknown> {
  if (routeOf(request)?.rawBody !== undefined) throw refusalAsError(mediaTypeRefusal(expectedBy(request)));
  const parsed = parseJson(bytes);
  if ('refusal' in parsed) throw refusalAsError(parsed.refusal);
  return parsed.value;
}

async function acceptForm(request: FastifyRequest, text: string): Promise<unknown> {
  if (routeOf(request)?.response !== 'page') throw refusalAsError(mediaTypeRefusal(expectedBy(request)));
  return Object.fromEntries(new URLSearchParams(text));
}

async function acceptBytes(request: FastifyRequest, payload: unknown): Promise<unknown> {
  if (routeOf(request)?.rawBody === undefined) throw refusalAsError(mediaTypeRefusal(expectedBy(request)));
  return payload;
}

// C2SP's protocols name no media type, and their clients send what they like or none.
async function acceptAnything(request: FastifyRequest, payload: unknown): Promise<unknown> {
  if (routeOf(request)?.isForeignProtocol !== true) throw refusalAsError(mediaTypeRefusal(expectedBy(request)));
  return payload;
}

function routeOf(request: FastifyRequest) {
  return request.routeOptions.config.route;
}

export function expectedBy(request: FastifyRequest): string {
  const rawBody = routeOf(request)?.rawBody;
  return rawBody === undefined ? 'application/json' : (rawBody.mediaType ?? octets);
}
