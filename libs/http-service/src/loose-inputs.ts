import { z } from 'zod';
import type { Route } from './route.ts';

/**
 * The inputs that would swallow unknown members in silence: `WriteNote body.line`. Meant for a test over all routes.
 * A loose object that says so (`z.looseObject`, `z.record`) is not listed.
 */
export function looseInputsOf(routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) =>
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = route[part];
      if (schema === undefined) return [];
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
      return looseObjects(json, part).map((path) => `${route.operationId} ${path}`);
    }),
  );
}

function looseObjects(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const isLoose = 'properties' in schema && !('additionalProperties' in schema);
  const inner = Object.entries(schema).flatMap(([name, member]) =>
    looseObjects(member, name === 'properties' || name === 'items' ? path : `${path}.${name}`),
  );
  return isLoose ? [path, ...inner] : inner;
}
