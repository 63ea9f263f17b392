import swagger from '@fastify/swagger';
import type { Json } from '@sillok/kernel';
import Fastify from 'fastify';
import { createJsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { registerRoute } from './register-route.ts';
import type { Route } from './route.ts';
import { sessionCookieName } from './sessions.ts';

const info = {
  title: 'Sillok',
  version: '0.1.0',
  description:
    'Commands need an Idempotency-Key: the same key with the same body gives the same answer. Programs without a ' +
    'browser send X-Sillok-Client with each change. Refusals are application/problem+json with a stable code.',
};

/** The description of all routes (OpenAPI 3.1), members sorted, so that the same routes give the same bytes. */
export async function openApiDocument(routes: readonly Route[]): Promise<Json> {
  const app = Fastify();
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName } } },
      security: [{ session: [] }],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
    transformObject: jsonSchemaTransformObject,
  });
  for (const route of routes) registerRoute(app, route);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return sorted(withoutUnused(JSON.parse(JSON.stringify(document))));
}

// Each named schema is listed as input and as output; only what is referred to is worth reading.
function withoutUnused(document: z.infer<typeof documentShape>): Json {
  const { components } = documentShape.parse(document);
  const text = JSON.stringify(document);
  const used = Object.entries(components.schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  return z.json().parse({ ...document, components: { ...components, schemas: Object.fromEntries(used) } });
}

const documentShape = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }),
});

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, member === undefined ? null : sorted(member)]));
}
