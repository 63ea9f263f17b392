import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstitutionApp, createLogger, createSessions, type InstitutionApp } from '@sillok/http-service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenUnit } from '../pages/portal-options.ts';
import { archivePageRoute } from './archive-page.ts';
import { unitPageRoute } from './unit-page.ts';

const unit: OpenUnit = {
  descriptionId: 'description-1',
  level: 'file',
  referenceCode: 'mopa/1',
  title: 'Letters',
  creator: 'Ministry',
  dates: { from: '2014-03-03', to: '2014-03-03' },
  above: [],
  below: [],
  document: null,
};
const asked: unknown[] = [];
const archive = {
  search: (words: string, paging: object) => {
    asked.push({ words, ...paging });
    return { items: [unit] };
  },
  fonds: () => ({ items: [] }),
  unit: (descriptionId: string) => (descriptionId === unit.descriptionId ? unit : undefined),
};

let app: InstitutionApp;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-portal-'));
  const institution = { id: 'archives', name: 'Archives', languages: ['en', 'ko'] as const };
  app = await createInstitutionApp({
    institution,
    routes: [archivePageRoute({ institution }, archive), unitPageRoute({ institution }, archive)],
    sessions: createSessions({
      secret: new Uint8Array(32).fill(7),
      clock: { now: () => '2026-03-02T01:00:00.000Z' },
    }),
    rolesOf: () => [],
    logger: createLogger({ file: join(folder, 'operators.jsonl') }),
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function get(url: string, language = 'en') {
  const headers = { host: 'archives.localhost:8080', accept: 'text/html', 'accept-language': language };
  return app.inject({ method: 'GET', url, headers });
}

describe('the open archives over HTTP', () => {
  it('shows the form and the fonds before anything was searched for, in the language of the reader', async () => {
    for (const url of ['/archive', '/archive?q=']) expect((await get(url)).body).toContain('Nothing is open yet.');
    expect((await get('/archive', 'ko')).body).toContain('아직 공개된 기록물이 없습니다.');
    expect(asked).toEqual([]);
  });

  it('searches for what the form sends', async () => {
    const answer = await get('/archive?q=+letters+2014+');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<a href="/archive/description-1">Letters</a>');
    expect(asked).toEqual([{ words: 'letters 2014', after: undefined, limit: 25 }]);
  });

  it('shows a unit, and of what is not open a page that says no more than of what never was', async () => {
    expect((await get('/archive/description-1')).body).toContain('<h1>Letters</h1>');
    const [closed, never] = [await get('/archive/description-2'), await get('/archive/description-3')];
    expect([closed.statusCode, never.statusCode]).toEqual([404, 404]);
    expect(closed.headers['content-type']).toContain('text/html');
    const plain = ({ body, headers }: typeof closed) => body.replaceAll(String(headers['x-correlation-id']), '');
    expect(plain(closed)).toBe(plain(never));
  });
});
