import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import { refuse } from '@sillok/kernel';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { acceptBodies } from './accept-bodies.ts';
import { admit } from './admit.ts';
import { apiRoutes } from './api-routes.ts';
import type { InstitutionAppOptions } from './institution-app-options.ts';
import { languageOf } from './language-of.ts';
import { logOutcome } from './log-outcome.ts';
import { refusalOfError } from './refusal-of-error.ts';
import { registerRoute } from './register-route.ts';
import { rememberContext, requestContext } from './request-context.ts';
import { dataHeaders } from './security-headers.ts';
import { sendError, sendProblem } from './send-problem.ts';

export interface InstitutionApp {
  /** Answers one request; for the front door. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Answers without a listener; for tests. */
  readonly inject: FastifyInstance['inject'];
  close(): Promise<void>;
}

const defaults = { jsonBytes: 1024 * 1024, handlerMilliseconds: 60_000 } as const;

/** One institution behind HTTP: the routes of its services, its pages and its API description. */
export async function createInstitutionApp(options: InstitutionAppOptions): Promise<InstitutionApp> {
  const limits = { ...defaults, ...options.limits };
  const app = createFastify(options, limits);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  acceptBodies(app);
  app.addHook('onRequest', (request, reply) => meet(options, request, reply));
  app.addHook('onResponse', logOutcome);
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, refuse('not-found')));
  app.setErrorHandler((error, request, reply) => sendError(request, reply, error, limits.jsonBytes));
  for (const route of [...options.routes, ...apiRoutes(options.institution, options.routes)]) {
    registerRoute(app, route);
  }
  await app.ready();
  return {
    handle: (request, response) => app.routing(request, response),
    inject: app.inject.bind(app),
    close: () => app.close(),
  };
}

function createFastify(options: InstitutionAppOptions, limits: Readonly<Record<keyof typeof defaults, number>>) {
  const loggerInstance: FastifyBaseLogger = options.logger.child({ institution: options.institution.id });
  return Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: limits.jsonBytes,
    handlerTimeout: limits.handlerMilliseconds,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      // The hooks have not run for an address that cannot be read: of the reader only the language is known.
      const language = languageOf(options.institution.languages, undefined, request.headers['accept-language']);
      rememberContext(request, { ...requestContext(request), language });
      sendProblem(request, reply.headers(dataHeaders), refusalOfError(error, limits.jsonBytes));
    },
  });
}

async function meet(options: InstitutionAppOptions, request: FastifyRequest, reply: FastifyReply) {
  reply.headers(dataHeaders).header('x-correlation-id', request.id);
  const admission = await admit(options, request);
  rememberContext(request, admission.context);
  return admission.refusal === undefined ? undefined : sendProblem(request, reply, admission.refusal);
}
