import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createSessions, sessionCookieName } from '@sillok/http-service';
import { commandIdOf } from '@sillok/journal';
import { attachmentAnswer, draftCreatedAnswer } from '@sillok/schemas/api/drafting/draft';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type House, openHouse } from '../support/house.ts';
import { expectRefused, getting, posting } from '../support/refused.ts';

let house: House;
let draft: string;
beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.person('munhwa-drafter').post('/api/drafting/drafts', { unitId: 'munhwa-policy' });
  draft = `/api/drafting/drafts/${draftCreatedAnswer.parse(body).documentId}`;
});
afterAll(() => house.leave());

const me = () => house.person('munhwa-drafter');
const json = { 'content-type': 'application/json' };
const bytes = (text: string) => new TextEncoder().encode(text);
const hundredMegabytes = 100 * 1024 * 1024;

describe('a body is refused that', () => {
  it.each<[string, Uint8Array, Record<string, string>, RefusalCode, string | undefined]>([
    ['is no JSON', bytes('{"unitId":'), json, 'input-not-json', undefined],
    ['is nothing', bytes(''), json, 'input-not-json', undefined],
    ['is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), json, 'input-not-json', undefined],
    ['is a list', bytes('[]'), json, 'input-invalid', 'body'],
    ['is null', bytes('null'), json, 'input-invalid', 'body'],
    ['is half a character', bytes('{"unitId":"\\ud800"}'), json, 'input-invalid', 'unitId'],
    [
      'would reach a prototype',
      bytes('{"__proto__":{"unitId":"munhwa-policy"}}'),
      json,
      'input-unknown-field',
      '__proto__',
    ],
    ['goes deeper than anything', bytes(`${'['.repeat(500)}${']'.repeat(500)}`), json, 'input-invalid', '0.0.0'],
    ['is bytes', bytes('{}'), {}, 'media-type-not-supported', undefined],
    [
      'is a form',
      bytes('unitId=munhwa-policy'),
      { 'content-type': 'application/x-www-form-urlencoded' },
      'media-type-not-supported',
      undefined,
    ],
    ['is XML', bytes('<a/>'), { 'content-type': 'application/xml' }, 'media-type-not-supported', undefined],
  ])('%s', async (_, body, headers, code, field) => {
    await expectRefused(house, { code, field }, posting(me(), '/api/drafting/drafts', body, headers));
  });
});

describe('what is too large is refused before it is read', () => {
  it.each([
    ['JSON', () => '/api/drafting/drafts', 'application/json'],
    ['an attachment', () => `${draft}/attachments?name=a.pdf`, 'application/octet-stream'],
  ])('%s of 100 MB, by its length', async (_, path, type) => {
    const { status, said, sent } = await pour(path(), {
      'content-type': type,
      'content-length': String(hundredMegabytes),
    });
    expect(status).toBe(413);
    expect(JSON.parse(said)).toMatchObject({ code: 'input-too-large' });
    expect(sent).toBeLessThan(8 * 1024 * 1024);
  });

  it.each([
    ['JSON', () => '/api/drafting/drafts', 'application/json', 8],
    ['an attachment', () => `${draft}/attachments?name=a.pdf`, 'application/octet-stream', 64],
  ])('%s of 100 MB in chunks, at the limit', async (_, path, type, most) => {
    const { status, said, sent } = await pour(path(), { 'content-type': type, 'transfer-encoding': 'chunked' });
    expect(status).toBe(413);
    expect(JSON.parse(said)).toMatchObject({ code: 'input-too-large' });
    expect(sent).toBeLessThan(most * 1024 * 1024);
  });

  it('leaves the draft without an attachment', async () => {
    expect((await me().get(draft)).body).toMatchObject({ attachments: [] });
  });
});

describe('an attachment is refused', () => {
  it.each<[string, RefusalCode]>([
    ['../../etc/passwd', 'file-name-unsafe'],
    ['..\\x', 'file-name-unsafe'],
    ['C:\\x.pdf', 'file-name-unsafe'],
    ['/etc/passwd', 'file-name-unsafe'],
    ['..', 'file-name-unsafe'],
    ['.profile', 'file-name-unsafe'],
    ['CON', 'file-name-unsafe'],
    ['nul.pdf', 'file-name-unsafe'],
    ['COM1.txt', 'file-name-unsafe'],
    ['conin$', 'file-name-unsafe'],
    ['LPT¹.pdf', 'file-name-unsafe'],
    [`${'가'.repeat(84)}.pdf`, 'file-name-unsafe'],
    ['plan.pdf.', 'file-name-unsafe'],
    ['plan.pdf ', 'file-name-unsafe'],
    ['a|b.pdf', 'file-name-unsafe'],
    ['a\u0000.pdf', 'text-control-character'],
    ['a\r\nb.pdf', 'text-control-character'],
    ['fdp\u202eexe.pdf', 'text-control-character'],
    ['계획.pdf'.normalize('NFD'), 'text-not-nfc'],
    ['😀.pdf', 'text-without-font'],
  ])('under the name %j', async (name, code) => {
    const path = `${draft}/attachments?${new URLSearchParams({ name })}`;
    await expectRefused(house, { code, field: 'name' }, posting(me(), path, bytes('x')));
  });

  it.each<[string, string, RefusalCode, string]>([
    ['without a name', '', 'input-invalid', 'name'],
    ['with an empty name', 'name=', 'input-invalid', 'name'],
    ['with two names', 'name=a.pdf&name=b.pdf', 'input-invalid', 'name'],
    ['with a name of 256 letters', `name=${'a'.repeat(256)}`, 'input-invalid', 'name'],
    ['with a type that is none', 'name=a.pdf&mediaType=pdf', 'input-invalid', 'mediaType'],
    ['with a type that breaks lines', 'name=a.pdf&mediaType=a/b%0d%0aSet-Cookie:x', 'input-invalid', 'mediaType'],
    ['with more than is asked', 'name=a.pdf&folder=x', 'input-unknown-field', 'folder'],
  ])('%s', async (_, query, code, field) => {
    await expectRefused(house, { code, field }, posting(me(), `${draft}/attachments?${query}`, bytes('x')));
  });

  it('of no byte', async () => {
    const path = `${draft}/attachments?name=a.pdf`;
    await expectRefused(house, { code: 'input-invalid', field: 'body' }, posting(me(), path, bytes('')));
  });

  it('one more than the pack allows, and not one less', async () => {
    for (let count = 0; count < 50; count += 1) {
      const { status } = await me().post(`${draft}/attachments?name=a${count}.pdf`, bytes('x'));
      expect(status).toBe(201);
    }
    const path = `${draft}/attachments?name=last.pdf`;
    await expectRefused(house, { code: 'attachment-limit', field: 'attachments' }, posting(me(), path, bytes('x')));
  });

  it('under a name that is there already', async () => {
    const { body } = await me().post('/api/drafting/drafts', { unitId: 'munhwa-policy' });
    const path = `/api/drafting/drafts/${draftCreatedAnswer.parse(body).documentId}/attachments`;
    expect((await me().post(`${path}?name=Plan.pdf`, bytes('x'))).status).toBe(201);
    const again = posting(me(), `${path}?name=plan.PDF`, bytes('y'));
    await expectRefused(house, { code: 'already-exists', field: 'name' }, again);
  });
});

test('an attachment that is not there is not taken off, and one that was may come again', async () => {
  const { body } = await me().post('/api/drafting/drafts', { unitId: 'munhwa-policy' });
  const path = `/api/drafting/drafts/${draftCreatedAnswer.parse(body).documentId}/attachments`;
  const added = attachmentAnswer.parse((await me().post(`${path}?name=a.pdf`, bytes('x'))).body);
  const remove = (id: string, key: string) => pour(`${path}/${id}`, { 'idempotency-key': key }, 'DELETE');
  const none = await remove('00000000-none', 'first');
  expect(none.status).toBe(404);
  expect(JSON.parse(none.said)).toMatchObject({ code: 'not-found', field: 'attachmentId' });
  expect((await remove(added.attachmentId, 'second')).status).toBe(200);
  expect((await remove(added.attachmentId, 'third')).status).toBe(404);
  expect((await me().post(`${path}?name=a.pdf`, bytes('x'))).status).toBe(201);
});

describe('an address is refused that', () => {
  it.each<[string, RefusalCode, string | undefined]>([
    ['/api/drafting/drafts/..%2f..%2fetc%2fpasswd', 'input-invalid', 'documentId'],
    ['/api/drafting/drafts/%2e%2e%5cpasswd', 'input-invalid', 'documentId'],
    ['/api/approval/cases/..%2f..%2f/paper.pdf', 'input-invalid', 'documentId'],
    ['/api/records/records/%00/document.pdf', 'input-invalid', 'documentId'],
    ['/api/records/open/..%2f..%2fkeys/document.pdf', 'input-invalid', 'documentId'],
    ['/api/drafting/drafts/%ff%fe', 'input-invalid', 'request'],
    [`/api/drafting/drafts/${'a'.repeat(190)}`, 'input-invalid', 'documentId'],
    ['/api/drafting/drafts/short', 'input-invalid', 'documentId'],
    ['/api/nothing/here', 'not-found', undefined],
    ['/assets/..%2f..%2fpackage.json', 'not-found', undefined],
  ])('%s', async (path, code, field) => {
    await expectRefused(house, { code, field }, getting(me(), path));
  });

  it.each(['/api/../../etc/passwd', '/../package.json', '//etc/passwd', '/api/drafting/drafts/../../../keys'])(
    'climbs without disguise: %s',
    async (path) => {
      const { status, said } = await pour(path, {}, 'GET');
      expect(status).toBe(404);
      expect(JSON.parse(said)).toMatchObject({ code: 'not-found' });
    },
  );
});

describe('a command is refused', () => {
  it.each([
    ['without a key', ''],
    ['with a key that has a space', 'a b'],
    ['with a key of 65 letters', 'a'.repeat(65)],
  ])('%s', async (_, key) => {
    const ask = posting(me(), '/api/drafting/drafts', { unitId: 'munhwa-policy' }, { 'idempotency-key': key });
    await expectRefused(house, { code: 'idempotency-key-missing', field: 'Idempotency-Key' }, ask);
  });

  it('whose key did something else before', async () => {
    const order = (more: object) => ({ classification: {}, text: { title: '가', ...more } });
    const { body } = await me().post('/api/drafting/drafts', { unitId: 'munhwa-policy' }, { idempotencyKey: 'one' });
    const { documentId } = draftCreatedAnswer.parse(body);
    const again = await me().post('/api/drafting/drafts', { unitId: 'munhwa-policy' }, { idempotencyKey: 'one' });
    expect(again.body).toEqual({ documentId });
    const path = `/api/drafting/drafts/${documentId}/versions`;
    expect((await me().post(path, order({}), { idempotencyKey: 'two' })).status).toBe(200);
    expect((await me().post(path, order({}), { idempotencyKey: 'two' })).body).toEqual({ documentId, version: 1 });
    const other = posting(me(), path, order({ title: '나' }), { 'idempotency-key': 'two' });
    await expectRefused(house, { code: 'idempotency-key-reused', field: 'Idempotency-Key' }, other);
    const create = posting(
      me(),
      '/api/drafting/drafts',
      { unitId: 'munhwa-policy', redraftOf: documentId },
      { 'idempotency-key': 'one' },
    );
    await expectRefused(house, { code: 'not-found', field: 'redraftOf' }, create);
  });
});

describe('nobody gets in', () => {
  it.each([
    ['/api/drafting/drafts'],
    ['/api/approval/inbox'],
    ['/api/records/records'],
    ['/api/directory/people'],
    ['/api/audit/export/events.jsonl?size=1'],
  ])('unsigned: %s', async (path) => {
    const { status, said } = await pour(path, { cookie: '' }, 'GET');
    expect(status).toBe(401);
    expect(JSON.parse(said)).toMatchObject({ code: 'not-signed-in' });
  });

  it('with the session of another institution', async () => {
    const { status, said } = await pour(
      '/api/drafting/drafts',
      { cookie: await cookieOf('mopa', 'mopa-drafter') },
      'GET',
    );
    expect(status).toBe(401);
    expect(JSON.parse(said)).toMatchObject({ code: 'not-signed-in' });
  });

  it('with a session that says to be of here and was sealed elsewhere', async () => {
    const cookie = await cookieOf('mopa', 'munhwa-minister', 'munhwa');
    const { status } = await pour('/api/drafting/drafts', { cookie }, 'GET');
    expect(status).toBe(401);
  });

  it.each([['other.localhost'], ['munhwa.localhost.evil.example'], ['127.0.0.1']])('at the host %s', async (host) => {
    const { status, said } = await pour('/api/drafting/drafts', { host: `${host}:${house.country.port}` }, 'GET');
    expect(status).toBe(421);
    expect(JSON.parse(said)).toMatchObject({ code: 'host-unknown' });
  });

  it('with two hosts', async () => {
    const head = ['GET / HTTP/1.1', `Host: munhwa.localhost:${house.country.port}`, 'Host: mopa.localhost', '', ''];
    const socket = connect(house.country.port, '127.0.0.1');
    socket.end(head.join('\r\n'));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [\s\S]*host-unknown/);
  });

  it.each([
    ['a page of another site', { origin: 'http://evil.example' }],
    ['a page of another institution', { origin: 'http://mopa.localhost' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('with a change from %s', async (_, headers) => {
    const ask = posting(me(), '/api/drafting/drafts', { unitId: 'munhwa-policy' }, headers);
    await expectRefused(house, { code: 'origin-not-allowed', status: 403 }, ask);
  });
});

describe('the auditor is told', () => {
  const auditor = () => house.person('munhwa-archivist');

  it('that there is no such event', async () => {
    const path = '/api/audit/proofs/00000000-0000-5000-8000-000000000000';
    await expectRefused(house, { code: 'not-found', field: 'eventId' }, getting(auditor(), path));
  });

  it('that there is no such command', async () => {
    await expectRefused(house, { code: 'not-found', field: 'commandId' }, getting(auditor(), '/api/commands/none'));
  });

  it.each(['size=0', 'size=-1', 'size=x', 'size=1e99', ''])('that %j is no size', async (query) => {
    const path = `/api/audit/export/leaves?${query}`;
    await expectRefused(house, { code: 'input-invalid', field: 'size' }, getting(auditor(), path));
  });

  it('what came of a command, as is whoever gave it, and nobody else', async () => {
    await me().post('/api/drafting/drafts', { unitId: 'munhwa-policy' }, { idempotencyKey: 'told' });
    const path = `/api/commands/${commandIdOf('munhwa', 'munhwa-drafter', 'CreateDraft', 'told')}`;
    for (const one of [me(), auditor()]) await expect.poll(async () => (await one.get(path)).status).toBe(200);
    const refusal = { code: 'not-found', field: 'commandId', status: 404 } as const;
    await expectRefused(house, refusal, getting(house.person('munhwa-policy-deputy'), path));
  });

  it('and nobody else what the log holds', async () => {
    const path = '/api/audit/export/events.jsonl?size=1';
    await expectRefused(house, { code: 'not-permitted', status: 403 }, getting(me(), path));
  });
});

/** The cookie with which a person of `institution` goes about; `said` is where its session says to be from. */
async function cookieOf(institution: string, personId: string, said = institution): Promise<string> {
  const log = house.country.institutions.find((one) => one.id === institution)?.log;
  if (log === undefined) throw new Error(`no ${institution}`);
  const clock = { now: () => new Date().toISOString() };
  const sessions = createSessions({ secret: await log.vault.keyFor('institution:sessions'), clock });
  const { value } = await sessions.start({ personId, institution: said, authenticatedAt: clock.now() });
  return `${sessionCookieName}=${value ?? ''}`;
}

/** Sends as the drafter, over a bare socket, as much as is taken: up to 100 MB of spaces, until the answer is there. */
async function pour(path: string, more: Record<string, string>, method = 'POST') {
  const headers = {
    host: `munhwa.localhost:${house.country.port}`,
    cookie: await cookieOf('munhwa', 'munhwa-drafter'),
    'x-sillok-client': 'test',
    'idempotency-key': 'pour',
    ...more,
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return new Promise<{ status: number; said: string; sent: number }>((resolve, reject) => {
    let sent = 0;
    let answered = false;
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const request = send({ host: '127.0.0.1', port: house.country.port, path, method, headers, agent });
    const more = () => {
      if (answered || sent >= hundredMegabytes) return;
      sent += chunk.length;
      if (request.write(chunk)) setImmediate(more);
      else request.once('drain', more);
    };
    request.on('response', (response) => {
      answered = true;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        request.destroy();
        agent.destroy();
        resolve({ status: response.statusCode ?? 0, said: Buffer.concat(parts).toString(), sent });
      });
    });
    request.on('error', (error) => {
      if (!answered) reject(error);
    });
    if (method === 'POST') more();
    else request.end();
  });
}
