import { type Refusal, refuse } from '@sillok/kernel';
import type { FastifyRequest } from 'fastify';
import type { InstitutionAppOptions } from './institution-app-options.ts';
import { languageCookieName, languageOf } from './language-of.ts';
import type { RequestContext } from './request-context.ts';
import type { SignedInPerson } from './route.ts';
import { isOriginAllowed } from './same-origin.ts';
import { sessionCookieName } from './sessions.ts';

export interface Admission {
  readonly context: RequestContext;
  readonly refusal?: Refusal;
}

/** Decides before a byte of the body is read: right host, right origin, signed in, role held. */
export async function admit(options: InstitutionAppOptions, request: FastifyRequest): Promise<Admission> {
  const { institution } = options;
  const person = await personOf(options, request);
  const context: RequestContext = {
    ...(person === undefined ? {} : { person }),
    correlationId: request.id,
    language: languageOf(
      institution.languages,
      request.cookies[languageCookieName],
      request.headers['accept-language'],
    ),
    cookies: request.cookies,
    origin: `${request.protocol}://${request.host}`,
    target: request.url,
  };
  const refusal = refusalOf(options, request, context);
  return refusal === undefined ? { context } : { context, refusal };
}

function refusalOf(
  options: InstitutionAppOptions,
  request: FastifyRequest,
  context: RequestContext,
): Refusal | undefined {
  const hosts = options.hosts ?? [`${options.institution.id}.localhost`];
  if (!hosts.includes(request.hostname.toLowerCase())) return refuse('host-unknown');
  const { route } = request.routeOptions.config;
  const isAllowed =
    route?.isForeignProtocol === true || isOriginAllowed(request.method, request.headers, context.origin);
  if (!isAllowed) return refuse('origin-not-allowed');
  if (route === undefined || route.access === 'public') return undefined;
  const { person } = context;
  if (person === undefined) return refuse('not-signed-in');
  const isHeld = route.roles === undefined || route.roles.some((role) => person.roles.includes(role));
  return isHeld ? undefined : refuse('not-permitted');
}

async function personOf(options: InstitutionAppOptions, request: FastifyRequest): Promise<SignedInPerson | undefined> {
  const token = request.cookies[sessionCookieName];
  if (token === undefined) return undefined;
  const session = await options.sessions.read(token);
  // All institutions of an installation share the secret; a session counts only where it was started.
  if (session === undefined || session.institution !== options.institution.id) return undefined;
  const roles = (await options.rolesOf?.(session.personId)) ?? [];
  return { id: session.personId, institution: session.institution, roles };
}
