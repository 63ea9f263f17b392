import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createApiClient,
  createFrontDoor,
  createInstitutionApp,
  createLogger,
  createSessions,
  type FrontDoor,
  type InstitutionApp,
  loopbackFetch,
} from '@sillok/http-service';
import { createPortalApp } from '@sillok/portal';
import { createCountryPage, createIdentityProvider, type DemoPerson } from '@sillok/small-country';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const people: readonly DemoPerson[] = [
  { id: 'person-kim-0001', name: '김서연', institution: 'ministry', title: '주무관', language: 'ko' },
  { id: 'person-mora-0001', name: 'Ana <Mora>', institution: 'archives', title: 'Archivist', language: 'en' },
];
const institutions = [
  { id: 'ministry', name: '행정안전부', languages: ['ko', 'en'] },
  { id: 'archives', name: 'National Archives', languages: ['en', 'ko'] },
] as const;
const clock = { now: () => new Date().toISOString() };
const secret = new Uint8Array(32).fill(3);

let folder: string;
let frontDoor: FrontDoor;
const apps: InstitutionApp[] = [];

/** A country of two institutions behind one listener, with the real provider and the real relying party. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-sign-in-'));
  const hosts = new Map<string, RequestListener>();
  frontDoor = await createFrontDoor({ port: 0, hosts: () => hosts });
  const { port } = frontDoor;
  const logger = createLogger({ file: join(folder, 'log.jsonl') });
  const sessions = createSessions({ secret, clock });
  const issuer = `http://id.localhost:${port}`;
  for (const institution of institutions) {
    const portal = createPortalApp({
      institution,
      sessions,
      clock,
      oidc: { issuer, clientId: institution.id, clientSecret: `secret-${institution.id}`, fetch: loopbackFetch },
      services: ['drafting', 'approval'],
      nameOf: (personId) => people.find((person) => person.id === personId)?.name,
      finishedDocuments: async (_after, _limit, viewer) => ({
        items:
          viewer === undefined
            ? []
            : [{ number: '총무과-1', title: '<b>계획</b>', registeredOn: '2026-03-02', href: '/documents/1' }],
      }),
    });
    const rolesOf = () => ['officer'];
    const app = await createInstitutionApp({ institution, routes: portal.routes, sessions, rolesOf, logger });
    apps.push(app);
    hosts.set(`${institution.id}.localhost`, app.handle);
  }
  const clients = institutions.map((institution) => ({
    institution,
    secret: `secret-${institution.id}`,
    redirectUri: `http://${institution.id}.localhost:${port}/sign-in/callback`,
  }));
  hosts.set(
    'id.localhost',
    createIdentityProvider({ issuer, clients, people, keysFolder: join(folder, 'keys') }).handle,
  );
  hosts.set('localhost', createCountryPage({ port, institutions, people }));
});

afterAll(async () => {
  await frontDoor.stop();
  await Promise.all(apps.map((app) => app.close()));
  await rm(folder, { recursive: true });
});

function clientOf(host: string, person?: string) {
  return createApiClient({
    port: frontDoor.port,
    host: `${host}.localhost`,
    ...(person === undefined ? {} : { person }),
  });
}

describe('signing in', () => {
  it('leads a person through the provider to a session of eight hours', async () => {
    const client = clientOf('ministry', 'person-kim-0001');
    const me = await client.get('/me');
    expect(me.status).toBe(200);
    expect(me.body).toEqual({ id: 'person-kim-0001', institution: 'ministry', roles: ['officer'], name: '김서연' });
  });

  it('shows who is signed in and the documents that they may read', async () => {
    const page = await clientOf('ministry', 'person-kim-0001').get('/');
    expect(page.body).toContain('김서연');
    expect(page.body).toContain('총무과-1');
    expect(page.body).toContain('&lt;b&gt;계획&lt;/b&gt;');
    expect(page.body).not.toContain('<script');
  });

  it('ends the session of the browser at sign-out', async () => {
    const client = clientOf('ministry', 'person-kim-0001');
    await client.signIn();
    const answer = await client.post('/sign-out');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const page = await client.get('/');
    expect(page.body).not.toContain('김서연');
  });

  it('offers only the people of the institution that asks', async () => {
    await expect(clientOf('ministry', 'person-mora-0001').signIn()).rejects.toThrow('id.localhost');
  });

  it('tells nobody who is not signed in', async () => {
    const answer = await clientOf('ministry').get('/me');
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'not-signed-in' }]);
  });

  it('refuses an answer of the provider that belongs to no transaction of this browser', async () => {
    const url = `http://ministry.localhost:${frontDoor.port}/sign-in/callback?code=abc&state=def`;
    const alone = await loopbackFetch(url);
    expect([alone.status, await alone.json()]).toMatchObject([401, { code: 'not-signed-in' }]);
    const begun = await loopbackFetch(`http://ministry.localhost:${frontDoor.port}/sign-in`);
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^__Host-sillok-sign-in=./);
    const foreign = await loopbackFetch(url, { headers: { cookie, accept: 'text/html' } });
    expect(foreign.status).toBe(401);
    expect(await foreign.text()).toContain('not-signed-in');
  });

  it('sets cookies that no script and no other host can read', async () => {
    const begun = await loopbackFetch(`http://ministry.localhost:${frontDoor.port}/sign-in?to=//evil.example/`);
    const cookie = begun.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    const target = new URL(begun.headers.get('location') ?? '');
    expect(target.searchParams.get('code_challenge_method')).toBe('S256');
    expect(target.searchParams.get('nonce')).toMatch(/.{20}/);
  });

  it('refuses a choice that was sent from another origin', async () => {
    const begun = await loopbackFetch(`http://ministry.localhost:${frontDoor.port}/sign-in`);
    const asked = await loopbackFetch(begun.headers.get('location') ?? '');
    const cookie = asked.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const interaction = new URL(asked.headers.get('location') ?? '', `http://id.localhost:${frontDoor.port}`);
    const shown = await loopbackFetch(interaction, { headers: { cookie } });
    expect(await shown.text()).toContain('value="person-kim-0001"');
    const answer = await loopbackFetch(interaction, {
      method: 'POST',
      headers: { cookie, origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'person=person-kim-0001',
    });
    expect(answer.status).toBe(400);
  });

  it('says that the provider does not answer, and tries anew at the next time', async () => {
    const institution = institutions[0];
    const sessions = createSessions({ secret, clock });
    const hosts = new Map<string, RequestListener>();
    const lonely = await createFrontDoor({ port: 0, hosts: () => hosts });
    const portal = createPortalApp({
      institution,
      sessions,
      clock,
      oidc: { issuer: `http://id.localhost:${lonely.port}`, clientId: 'a', clientSecret: 'b', fetch: loopbackFetch },
      services: [],
      nameOf: () => undefined,
      finishedDocuments: async () => ({ items: [] }),
    });
    const logger = createLogger({ file: join(folder, 'lonely.jsonl') });
    const app = await createInstitutionApp({ institution, routes: portal.routes, sessions, logger });
    hosts.set('ministry.localhost', app.handle);
    const begin = () => loopbackFetch(`http://ministry.localhost:${lonely.port}/sign-in`);
    const down = await begin();
    expect([down.status, await down.json()]).toMatchObject([503, { code: 'SIGN_IN_PROVIDER_UNREACHABLE' }]);
    const issuer = `http://id.localhost:${lonely.port}`;
    const clients = [
      { institution, secret: 'b', redirectUri: `http://ministry.localhost:${lonely.port}/sign-in/callback` },
    ];
    hosts.set(
      'id.localhost',
      createIdentityProvider({ issuer, clients, people, keysFolder: join(folder, 'keys') }).handle,
    );
    expect((await begin()).status).toBe(303);
    await lonely.stop();
    await app.close();
  });

  it('remembers the language', async () => {
    const client = clientOf('ministry');
    expect((await client.get('/')).body).toContain('lang="ko"');
    await client.get('/language/en');
    expect((await client.get('/')).body).toContain('Sign in');
  });
});

describe('the small country', () => {
  it('lists its institutions and people on the page of localhost', async () => {
    const answer = await loopbackFetch(`http://localhost:${frontDoor.port}/`);
    const text = await answer.text();
    expect(text).toContain(`http://archives.localhost:${frontDoor.port}/`);
    expect(text).toContain('Ana &lt;Mora&gt;');
  });

  it('keeps the keys of its provider readable by the owner alone', async () => {
    const { mode } = await stat(join(folder, 'keys', 'identity-provider.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('logs operations without a name, an id or an address', async () => {
    await clientOf('ministry', 'person-kim-0001').get('/me');
    await expect.poll(() => readFile(join(folder, 'log.jsonl'), 'utf8')).toContain('"operationId":"whoAmI"');
    expect(await readFile(join(folder, 'log.jsonl'), 'utf8')).not.toMatch(/김서연|person-kim|\/me|localhost/);
  });
});
