import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { looseInputsOf } from './loose-inputs.ts';
import { openApiDocument } from './open-api.ts';
import { defineRoute } from './route.ts';

const common = { tag: 'notes', summary: 'S', access: 'signed-in' } as const;
const read = defineRoute({
  ...common,
  method: 'GET',
  url: '/notes/:id',
  operationId: 'readNote',
  params: z.object({ id: z.string() }),
  response: z.strictObject({ id: z.string() }),
  handle: ({ params }) => ({ id: params.id }),
});
const write = defineRoute({
  ...common,
  method: 'POST',
  url: '/notes',
  operationId: 'WriteNote',
  command: true,
  roles: ['clerk'],
  body: z.object({ line: z.array(z.object({ person: z.string() })), free: z.record(z.string(), z.string()) }),
  response: z.strictObject({ id: z.string() }),
  handle: () => ({ id: '1' }),
});
const attach = defineRoute({
  ...common,
  method: 'PUT',
  url: '/notes/:id/content',
  operationId: 'AttachFile',
  rawBody: { limitBytes: 5 },
  params: z.object({ id: z.string() }),
  response: z.strictObject({ id: z.string() }),
  handle: ({ params }) => ({ id: params.id }),
});

describe('the description of routes', () => {
  it('does not depend on the order in which they are given', async () => {
    const one = JSON.stringify(await openApiDocument([read, write, attach]));
    expect(JSON.stringify(await openApiDocument([attach, write, read]))).toBe(one);
    expect(one).toContain('"readNote"');
  });

  it('tells of keys, bytes, roles and problems', async () => {
    expect(await openApiDocument([write, attach])).toMatchObject({
      openapi: '3.1.0',
      components: { schemas: { Problem: { type: 'object' } } },
      paths: {
        '/notes': {
          post: { parameters: [{ in: 'header', name: 'idempotency-key' }], description: 'One of the roles: clerk' },
        },
        '/notes/{id}/content': { put: { requestBody: { content: { 'application/octet-stream': {} } } } },
      },
    });
  });

  it('finds the inputs that would swallow unknown members', () => {
    expect(looseInputsOf([read, write, attach])).toEqual(['WriteNote body.line']);
  });
});
