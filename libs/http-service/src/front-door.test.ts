import { request as httpRequest, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFrontDoor, type FrontDoor } from './front-door.ts';
import { createInstitutionApp } from './institution-app.ts';
import { loggerTo } from './logger.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { defineRoute } from './route.ts';
import { createSessions } from './sessions.ts';

const doors: FrontDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.stop()));
});

async function open(hosts: Readonly<Record<string, RequestListener>>, port = 0): Promise<FrontDoor> {
  const door = await createFrontDoor({ port, hosts: () => new Map(Object.entries(hosts)) });
  doors.push(door);
  return door;
}

const hello: RequestListener = (request, response) => response.end(`hello ${request.headers.host}`);

describe('the front door', () => {
  it('leads each name to its own house', async () => {
    const { port } = await open({ 'a.localhost': hello, localhost: (_request, response) => response.end('country') });
    expect(await (await loopbackFetch(`http://a.localhost:${port}/`)).text()).toBe(`hello a.localhost:${port}`);
    expect(await (await loopbackFetch(`http://localhost:${port}/`)).text()).toBe('country');
  });

  it('answers 421 under a name that nobody has', async () => {
    const { port } = await open({ 'a.localhost': hello });
    const answer = await loopbackFetch(`http://b.localhost:${port}/`);
    expect([answer.status, await answer.json()]).toMatchObject([421, { code: 'host-unknown' }]);
  });

  it('says that the port is taken', async () => {
    const { port } = await open({});
    await expect(createFrontDoor({ port, hosts: () => new Map() })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      details: { port },
    });
  });

  it('lets a running request finish before it stops, and takes no new one', async () => {
    let finish = () => {};
    let begun = () => {};
    const started = new Promise<void>((resolve) => (begun = resolve));
    const door = await open({
      'a.localhost': (_request, response) => {
        finish = () => response.end('done');
        begun();
      },
    });
    const running = loopbackFetch(`http://a.localhost:${door.port}/`);
    await started;
    const stopped = door.stop();
    await expect(loopbackFetch(`http://a.localhost:${door.port}/`)).rejects.toThrow('ECONNREFUSED');
    finish();
    expect(await (await running).text()).toBe('done');
    await stopped;
  });

  it('closes connections that are kept alive for nothing', async () => {
    const door = await open({ 'a.localhost': hello });
    const socket = connect({ port: door.port, host: '127.0.0.1' });
    socket.write('GET / HTTP/1.1\r\nHost: a.localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await door.stop();
    expect((await text(socket)).length).toBeGreaterThanOrEqual(0);
    expect(socket.readableEnded).toBe(true);
  });
});

describe('an institution behind the front door', () => {
  async function serve() {
    const sessions = createSessions({ secret: new Uint8Array(32), clock: { now: () => '2026-03-02T01:00:00.000Z' } });
    const common = {
      tag: 't',
      access: 'public',
      summary: '',
      response: z.strictObject({ bytes: z.number() }),
    } as const;
    const app = await createInstitutionApp({
      institution: { id: 'a', name: 'A', languages: ['en'] },
      sessions,
      logger: loggerTo({ write: () => undefined }),
      limits: { jsonBytes: 100 },
      routes: [
        defineRoute({
          ...common,
          method: 'PUT',
          url: '/raw',
          operationId: 'Raw',
          rawBody: { limitBytes: 200_000 },
          async handle({ raw }) {
            return { bytes: (await text(raw)).length };
          },
        }),
        defineRoute({
          ...common,
          method: 'POST',
          url: '/json',
          operationId: 'Json',
          body: z.strictObject({ text: z.string() }),
          handle: ({ body }) => ({ bytes: body.text.length }),
        }),
      ],
    });
    return open({ 'a.localhost': app.handle });
  }

  /** Sends without a length, so that only counting can tell. */
  async function sendChunks(port: number, method: string, path: string, mediaType: string, chunks: number) {
    return new Promise<{ status: number; code: unknown; sent: number }>((resolve, reject) => {
      let sent = 0;
      const headers = { host: 'a.localhost', 'content-type': mediaType, 'x-sillok-client': 'test' };
      const request = httpRequest({ port, host: '127.0.0.1', method, path, headers }, async (response) => {
        const body = JSON.parse(await text(response));
        resolve({ status: response.statusCode ?? 0, code: body.code ?? body.bytes, sent });
        request.destroy();
      });
      request.once('error', reject);
      const next = () => {
        if (sent >= chunks || request.destroyed) return void request.end();
        sent += 1;
        request.write(Buffer.alloc(50_000, 'x'), () => setImmediate(next));
      };
      next();
    });
  }

  it('streams bytes within the limit', async () => {
    const { port } = await serve();
    expect(await sendChunks(port, 'PUT', '/raw', 'application/octet-stream', 4)).toMatchObject({
      status: 200,
      code: 200_000,
    });
  });

  it.each([
    ['PUT', '/raw', 'application/octet-stream'],
    ['POST', '/json', 'application/json'],
  ])('stops reading %s %s at its limit', async (method, path, mediaType) => {
    const { port } = await serve();
    const answer = await sendChunks(port, method, path, mediaType, 2_000);
    expect(answer).toMatchObject({ status: 413, code: 'input-too-large' });
    expect(answer.sent).toBeLessThan(2_000);
  });

  it('answers what is no HTTP without a stack or a banner', async () => {
    const { port } = await serve();
    const socket = connect({ port, host: '127.0.0.1' });
    socket.write('rubbish\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toMatch(/server:|at /i);
  });
});
