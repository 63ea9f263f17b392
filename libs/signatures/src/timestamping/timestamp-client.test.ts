import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stampingFetch, testPki } from '@sillok/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import { answerTimestamp } from '../issuing/answer-timestamp.ts';
import { readToken } from './read-token.ts';
import { timestampClient } from './timestamp-client.ts';
import { timestampRequest } from './timestamp-request.ts';

const pki = testPki();
const digest = createHash('sha256').update('signature value').digest();
const at = '2026-03-01T09:00:00.250Z';
const servers: Server[] = [];

async function served(answer: (request: Uint8Array) => Uint8Array | number | undefined): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const said = answer(Buffer.concat(chunks));
    if (typeof said === 'number') response.writeHead(said).end();
    else if (said !== undefined) response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(said);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/tsa`;
}

const stampAt = (url: string, timeoutMs = 5_000) => timestampClient({ url, fetch, timeoutMs }).stamp(digest);
const code = (name: string) => expect.objectContaining({ code: name });

describe('timestampClient', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('answers the token that the authority made over the digest', async () => {
    const token = readToken(await stampAt(await served((request) => pki.answerTimestamp(request, at))));
    expect(Buffer.from(token.imprint)).toEqual(digest);
    expect(token.genTime).toBe(at);
    expect(token.signedData.certificates).toHaveLength(2);
  });

  it('asks with a fresh nonce each time', async () => {
    const url = await served((request) => pki.answerTimestamp(request, at));
    const [one, other] = await Promise.all([stampAt(url), stampAt(url)]);
    expect(readToken(one).nonce).toBeDefined();
    expect(readToken(one).nonce).not.toEqual(readToken(other).nonce);
  });

  it.each([
    ['rubbish', () => Uint8Array.of(1, 2, 3)],
    ['more than any token needs', () => new Uint8Array(300 * 1024)],
    ['a rejection', () => pki.answerTimestamp(Uint8Array.of(1), at)],
    ['a token for another request', () => pki.answerTimestamp(timestampRequest(digest, 'abcd'), at)],
    ['a token over another digest', () => pki.answerTimestamp(timestampRequest(new Uint8Array(32), 'abcd'), at)],
    ['a token of one who is no authority', (request: Uint8Array) => foreignToken(request, pki.person)],
    [
      'a token that the wrong key signed',
      (request: Uint8Array) => foreignToken(request, { ...pki.tsa, privateKey: pki.ocsp.privateKey }),
    ],
  ])('refuses %s', async (_what, answer) => {
    await expect(stampAt(await served(answer))).rejects.toThrow(code('TIMESTAMP_REFUSED'));
  });

  it('tells an authority that fails from one that refuses', async () => {
    await expect(stampAt(await served(() => 503))).rejects.toThrow(code('TIMESTAMP_UNREACHABLE'));
    await expect(stampAt('http://127.0.0.1:1/')).rejects.toThrow(code('TIMESTAMP_UNREACHABLE'));
  });

  it('waits no longer than it was told', async () => {
    await expect(stampAt(await served(() => undefined), 50)).rejects.toThrow(code('TIMESTAMP_UNREACHABLE'));
  });

  it('works with any fetch', async () => {
    const client = timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) });
    expect(readToken(await client.stamp(digest)).genTime).toBe(at);
  });
});

function foreignToken(request: Uint8Array, who: Pick<typeof pki.tsa, 'chain' | 'privateKey'>): Uint8Array {
  return answerTimestamp(request, {
    chain: who.chain,
    privateKey: who.privateKey,
    policy: '1.2.3.4.1',
    serial: '02',
    genTime: at,
  });
}
