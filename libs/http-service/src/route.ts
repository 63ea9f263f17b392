import type { Readable } from 'node:stream';
import type { Refusal } from '@sillok/kernel';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';
import type { Answer } from './reply.ts';

export interface SignedInPerson {
  readonly id: string;
  readonly institution: string;
  readonly roles: readonly string[];
}

/** What a handler sees: validated input and who asks. */
export interface RouteRequest<Params = unknown, Query = unknown, Body = unknown> {
  /** Absent only on public routes. */
  readonly person?: SignedInPerson;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body of a `rawBody` route; empty elsewhere. Reading past the limit fails with `input-too-large`. */
  readonly raw: Readable;
  /** The client's `Idempotency-Key`; the empty text where the route is no command. */
  readonly idempotencyKey: string;
  readonly correlationId: string;
  readonly language: Language;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** `http://ministry.localhost:8080`, as the browser sees it. */
  readonly origin: string;
  /** Path and query as asked for. */
  readonly target: string;
}

export type RouteMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface RouteDefinition<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Value extends z.ZodType = z.ZodType,
> {
  readonly method: RouteMethod;
  /** As Fastify writes it: `/api/drafting/drafts/:draftId`. */
  readonly url: string;
  /** The command's or the question's name, unique in the institution. */
  readonly operationId: string;
  readonly summary: string;
  /** The service. */
  readonly tag: string;
  readonly access: 'public' | 'signed-in';
  /** One of these is enough. */
  readonly roles?: readonly string[];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** JSON of this shape; `file` for bytes, `text`, `page` for what browsers show (left out of the API page). */
  readonly response: Value | 'file' | 'text' | 'page';
  readonly rawBody?: { readonly limitBytes: number; readonly mediaType?: 'text/plain' };
  /** Speaks a protocol of others, who cannot name themselves as our programs do. It must not look at the session. */
  readonly isForeignProtocol?: boolean;
  /** A command needs an `Idempotency-Key`. */
  readonly command?: boolean;
  handle(
    request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<Answer<z.output<Value>> | Refusal> | Answer<z.output<Value>> | Refusal;
}

/** A route whose types were checked where it was defined. */
export type Route = RouteDefinition;

/** Ties the handler's types to the schemas. Unknown members are refused at the top of each input. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Value extends z.ZodType = z.ZodNever,
>(definition: RouteDefinition<Params, Query, Body, Value>): Route {
  return {
    ...definition,
    // Spreading would lose a handler that is a method of its definition's prototype.
    handle: (request) => definition.handle(request as Parameters<typeof definition.handle>[0]),
    ...(definition.params === undefined ? {} : { params: closed(definition.params) }),
    ...(definition.query === undefined ? {} : { query: closed(definition.query) }),
    ...(definition.body === undefined ? {} : { body: closed(definition.body) }),
  };
}

function closed(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}
