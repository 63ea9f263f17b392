import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { refuse, SillokError } from '@sillok/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createInstitutionApp, type InstitutionApp } from './institution-app.ts';
import { loggerTo } from './logger.ts';
import { accepted, created, file, plainText } from './reply.ts';
import { defineRoute } from './route.ts';
import { createSessions, sessionCookieName } from './sessions.ts';

const host = 'ministry.localhost:8080';
const origin = `http://${host}`;
const command = { host, origin, 'idempotency-key': 'key-1' };
const clock = { now: () => '2026-03-02T01:00:00.000Z' };
const sessions = createSessions({ secret: new Uint8Array(32).fill(7), clock });
const lines: string[] = [];

const noteBody = z.strictObject({
  title: z.string().max(10),
  line: z.array(z.strictObject({ person: z.string() })).optional(),
  kind: z.enum(['open', 'closed']).optional(),
});

const common = { tag: 'notes', access: 'public' } as const;
const routes = [
  defineRoute({
    ...common,
    method: 'POST',
    url: '/api/notes',
    operationId: 'WriteNote',
    summary: 'Writes a note',
    command: true,
    body: noteBody,
    response: z.strictObject({ title: z.string(), key: z.string() }),
    handle: ({ body, idempotencyKey }) => created({ title: body.title, key: idempotencyKey }, '/api/notes/1'),
  }),
  defineRoute({
    ...common,
    method: 'GET',
    url: '/api/notes/:noteId',
    operationId: 'readNote',
    summary: 'Reads a note',
    params: z.strictObject({ noteId: z.string() }),
    query: z.object({ limit: z.coerce.number().int().max(100).optional() }),
    response: z.strictObject({ id: z.string(), limit: z.number().optional() }),
    handle: ({ params, query }) =>
      params.noteId === 'none'
        ? refuse('not-found')
        : { id: params.noteId, ...(query.limit === undefined ? {} : { limit: query.limit }) },
  }),
  defineRoute({
    ...common,
    method: 'PUT',
    url: '/api/notes/:noteId/content',
    operationId: 'AttachFile',
    summary: 'Attaches bytes',
    params: z.strictObject({ noteId: z.string() }),
    rawBody: { limitBytes: 10 },
    response: z.strictObject({ content: z.string() }),
    handle: async ({ raw }) => accepted({ content: await text(raw) }),
  }),
  defineRoute({
    ...common,
    method: 'POST',
    url: '/api/add-word',
    operationId: 'AddWord',
    summary: 'Speaks as others do',
    rawBody: { limitBytes: 10, mediaType: 'text/plain' },
    isForeignProtocol: true,
    response: 'text',
    handle: async ({ raw }) => plainText(`${await text(raw)}\n`, 409, 'text/x.size'),
  }),
  defineRoute({
    ...common,
    method: 'GET',
    url: '/api/file',
    operationId: 'readFile',
    summary: 'Reads bytes',
    response: 'file',
    handle: () => file({ content: Readable.from([Buffer.from('<b>')]), mediaType: 'text/html', name: '계획 "1".html' }),
  }),
  defineRoute({
    ...common,
    method: 'GET',
    url: '/api/mine',
    operationId: 'readMine',
    summary: 'Who I am',
    access: 'signed-in',
    roles: ['records-officer'],
    response: z.strictObject({ id: z.string() }),
    handle: ({ person }) => ({ id: person?.id ?? '' }),
  }),
  defineRoute({
    ...common,
    method: 'GET',
    url: '/api/broken/:how',
    operationId: 'breaks',
    summary: 'Breaks',
    params: z.strictObject({ how: z.string() }),
    response: z.strictObject({ id: z.string() }),
    handle: ({ params }) => {
      if (params.how === 'fault') throw new SillokError('OBJECT_DAMAGED', 'secret words', { details: { path: '/x' } });
      throw new Error('secret words of 김서연');
    },
  }),
];

let app: InstitutionApp;
beforeAll(async () => {
  app = await createInstitutionApp({
    institution: { id: 'ministry', name: 'Ministry', languages: ['en', 'ko'] },
    routes,
    sessions,
    rolesOf: (personId) => (personId === 'officer-1' ? ['records-officer'] : []),
    logger: loggerTo({ write: (line) => void lines.push(line) }),
    limits: { jsonBytes: 200 },
  });
});
afterAll(() => app.close());

function write(body: unknown, headers: Record<string, string> = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', ...command, ...headers };
  return app.inject({ method: 'POST', url: '/api/notes', headers: all, payload });
}

describe('an institution over HTTP', () => {
  it('speaks the protocol of others: whatever type they name, whoever they are, with a status of its own', async () => {
    for (const type of ['text/plain', 'text/plain; charset=utf-8', 'application/octet-stream', 'a/b', undefined]) {
      const headers = { host, ...(type === undefined ? {} : { 'content-type': type }) };
      const answer = await app.inject({ method: 'POST', url: '/api/add-word', headers, payload: Buffer.from('word') });
      expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([409, 'text/x.size', 'word\n']);
    }
    const headers = { host, 'content-type': 'text/plain' };
    const long = await app.inject({ method: 'POST', url: '/api/add-word', headers, payload: 'more than ten' });
    expect(long.statusCode).toBe(413);
    const other = await app.inject({
      method: 'POST',
      url: '/api/notes',
      headers: { ...command, ...headers },
      payload: 'x',
    });
    expect([other.statusCode, other.json().details]).toEqual([415, { expected: 'application/json' }]);
  });

  it('answers a command with status, location and the validated value', async () => {
    const answer = await write({ title: 'Budget' });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe('/api/notes/1');
    expect(answer.json()).toEqual({ title: 'Budget', key: 'key-1' });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['server']).toBeUndefined();
  });

  it.each([
    ['an unknown field', { title: 'a', colour: 1 }, 'input-unknown-field', 'colour', 400],
    ['an unknown nested field', { title: 'a', line: [{ person: 'p', x: 1 }] }, 'input-unknown-field', 'line.0.x', 400],
    ['a wrong type', { title: 1 }, 'input-invalid', 'title', 400],
    ['a missing field', {}, 'input-invalid', 'title', 400],
    ['a long text', { title: '12345678901' }, 'input-invalid', 'title', 400],
    ['a value outside the list', { title: 'a', kind: 'x' }, 'input-invalid', 'kind', 400],
    ['a list in place of an object', [], 'input-invalid', 'body', 400],
    ['text that is no JSON', '{"title":', 'input-not-json', undefined, 400],
    ['an empty body', '', 'input-not-json', undefined, 400],
    ['a lone surrogate', '{"title":"\\ud800"}', 'input-invalid', 'title', 400],
    ['a control character', '{"title":"\\u0000"}', 'text-control-character', 'title', 400],
    ['a prototype member', '{"title":"a","__proto__":{}}', 'input-unknown-field', '__proto__', 400],
    ['a body past the limit', { title: 'x'.repeat(300) }, 'input-too-large', undefined, 413],
  ])('refuses %s as a problem with code and field', async (_, body, code, field, status) => {
    const answer = await write(body);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json();
    expect({ code: problem.code, field: problem.field, status: answer.statusCode }).toEqual({ code, field, status });
    expect(problem.type).toBe(`/docs/errors#${code}`);
    expect(problem.instance).toBe(answer.headers['x-correlation-id']);
  });

  it('names the rule that was broken, never the value', async () => {
    const answer = await write({ title: 'secret-secret' });
    expect(answer.json().details).toEqual({ rule: 'at most 10' });
    expect(answer.body).not.toContain('secret');
  });

  it('speaks the language of the reader', async () => {
    const answer = await write('{', { 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.5' });
    expect(answer.json().title).toBe('내용이 올바른 UTF-8 JSON이 아닙니다.');
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json', 'input-not-json', 400],
    ['another media type', Buffer.from('<a/>'), 'application/xml', 'media-type-not-supported', 415],
    ['bytes on a JSON route', Buffer.from('a'), 'application/octet-stream', 'media-type-not-supported', 415],
    [
      'a form on a JSON route',
      Buffer.from('a=1'),
      'application/x-www-form-urlencoded',
      'media-type-not-supported',
      415,
    ],
  ])('refuses %s', async (_, payload, mediaType, code, status) => {
    const headers = { ...command, 'content-type': mediaType };
    const answer = await app.inject({ method: 'POST', url: '/api/notes', headers, payload });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it.each([
    ['absent', undefined],
    ['too long', 'k'.repeat(65)],
    ['with a space', 'a b'],
  ])('refuses a command whose idempotency key is %s', async (_, key) => {
    const headers = {
      host,
      origin,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const answer = await app.inject({ method: 'POST', url: '/api/notes', headers, payload: { title: 'a' } });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency-key-missing']);
  });
});

describe('addresses and answers', () => {
  it('reads parameters and the query', async () => {
    const answer = await app.inject({ url: '/api/notes/n1?limit=5', headers: { host } });
    expect(answer.json()).toEqual({ id: 'n1', limit: 5 });
  });

  it.each([
    ['/api/notes/n1?limit=500', 400, 'input-invalid', 'limit'],
    ['/api/notes/n1?colour=1', 400, 'input-unknown-field', 'colour'],
    ['/api/notes/..%2F..%2Fetc', 400, 'input-invalid', 'noteId'],
    ['/api/notes/a%00b', 400, 'input-invalid', 'noteId'],
    ['/api/notes/%ff', 400, 'input-invalid', 'request'],
    ['/api/notes/none', 404, 'not-found', undefined],
    ['/api/nothing', 404, 'not-found', undefined],
  ])('answers %s with a problem', async (url, status, code, field) => {
    const answer = await app.inject({ url, headers: { host } });
    expect([answer.statusCode, answer.json().code, answer.json().field]).toEqual([status, code, field]);
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('takes bytes as a stream up to the limit of the route', async () => {
    const put = (payload: string) =>
      app.inject({
        method: 'PUT',
        url: '/api/notes/n1/content',
        headers: { ...command, 'content-type': 'application/octet-stream' },
        payload: Readable.from([Buffer.from(payload)]),
      });
    const fits = await put('0123456789');
    expect([fits.statusCode, fits.json()]).toEqual([202, { content: '0123456789' }]);
    const tooLong = await put('0123456789a');
    expect([tooLong.statusCode, tooLong.json().code, tooLong.json().details]).toEqual([
      413,
      'input-too-large',
      { limit: 10 },
    ]);
  });

  it('wants octets where a route takes bytes', async () => {
    const headers = { ...command, 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'PUT', url: '/api/notes/n1/content', headers, payload: '{}' });
    expect([answer.statusCode, answer.json().details]).toEqual([415, { expected: 'application/octet-stream' }]);
  });

  it('sends files as attachments that run nothing', async () => {
    const answer = await app.inject({ url: '/api/file', headers: { host } });
    expect(answer.body).toBe('<b>');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="__ _1_.html"; filename*=UTF-8''%EA%B3%84%ED%9A%8D%20%221%22.html`,
    );
  });

  it('shows neither words nor places of what went wrong inside, and logs no words either', async () => {
    lines.length = 0;
    const answer = await app.inject({ url: '/api/broken/error', headers: { host } });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'UNEXPECTED']);
    const fault = await app.inject({ url: '/api/broken/fault', headers: { host } });
    expect([fault.json().code, fault.json().details]).toEqual(['OBJECT_DAMAGED', undefined]);
    expect(answer.body + fault.body).not.toMatch(/secret|김서연|\.ts/);
    const logged = lines.join('');
    expect(logged).not.toMatch(/secret|김서연/);
    expect(logged).toContain(answer.json().instance);
    expect(logged).toContain('institution-app.test.ts');
  });
});

describe('who may', () => {
  const signedIn = async (personId: string, institution = 'ministry') => {
    const { value } = await sessions.start({ personId, institution, authenticatedAt: clock.now() });
    return { host, cookie: `${sessionCookieName}=${value}` };
  };

  it('lets a signed-in person with the role through', async () => {
    const answer = await app.inject({ url: '/api/mine', headers: await signedIn('officer-1') });
    expect(answer.json()).toEqual({ id: 'officer-1' });
  });

  it('refuses nobody, a forged cookie, a session of another institution and a missing role', async () => {
    const codes = [];
    for (const headers of [
      { host },
      { host, cookie: `${sessionCookieName}=abc.def` },
      await signedIn('officer-1', 'archives'),
      await signedIn('clerk-1'),
    ]) {
      codes.push((await app.inject({ url: '/api/mine', headers })).json().code);
    }
    expect(codes).toEqual(['not-signed-in', 'not-signed-in', 'not-signed-in', 'not-permitted']);
  });

  it.each([
    ['another origin', { origin: 'http://archives.localhost:8080' }, 'origin-not-allowed'],
    ['the null origin', { origin: 'null' }, 'origin-not-allowed'],
    ['another site by fetch metadata', { 'sec-fetch-site': 'same-site' }, 'origin-not-allowed'],
    ['a program without a name', {}, 'origin-not-allowed'],
    ['the own page by fetch metadata', { 'sec-fetch-site': 'same-origin' }, undefined],
    ['a program with a name', { 'x-sillok-client': 'test' }, undefined],
  ])('judges a change from %s', async (_, from, code) => {
    const headers = { host, 'idempotency-key': 'k', 'content-type': 'application/json', ...from };
    const answer = await app.inject({ method: 'POST', url: '/api/notes', headers, payload: { title: 'a' } });
    expect(answer.json().code).toBe(code);
  });

  it('answers under its own name only', async () => {
    const answer = await app.inject({ url: '/api/notes/n1', headers: { host: 'evil.example' } });
    expect([answer.statusCode, answer.json().code]).toEqual([421, 'host-unknown']);
  });
});

describe('the API description', () => {
  it('lists operations with their problems, the same bytes each time', async () => {
    const first = await app.inject({ url: '/api/openapi.json', headers: { host } });
    const document = first.json();
    expect(first.statusCode).toBe(200);
    expect(document.paths['/api/notes'].post.operationId).toBe('WriteNote');
    expect(document.paths['/api/notes'].post.responses.default.content).toHaveProperty(['application/problem+json']);
    expect(Object.keys(document.paths)).toEqual(Object.keys(document.paths).sort());
  });

  it('is readable without a script', async () => {
    const answer = await app.inject({ url: '/api', headers: { host } });
    expect(answer.body).toContain('<code>WriteNote</code>');
    expect(answer.body).not.toContain('<script');
  });
});
