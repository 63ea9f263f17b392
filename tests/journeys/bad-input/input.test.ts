import { absenceStatementAnswer } from '@sillok/schemas/api/directory/directory';
import { draftCreatedAnswer } from '@sillok/schemas/api/drafting/draft';
import { folderListAnswer } from '@sillok/schemas/api/records/record';
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
const run = (text: string) => ({ type: 'doc', blocks: [{ type: 'paragraph', runs: [{ type: 'text', text }] }] });

describe('a draft is refused with', () => {
  it.each<[string, object, RefusalCode, string]>([
    ['a member too many', { classification: {}, text: {}, colour: 1 }, 'input-unknown-field', 'colour'],
    [
      'one too many inside',
      { classification: { colour: 1 }, text: {} },
      'input-unknown-field',
      'classification.colour',
    ],
    [
      'one too many in an addressee',
      { classification: {}, text: { addressees: [{ name: 'A', rank: 1 }] } },
      'input-unknown-field',
      'text.addressees.0.rank',
    ],
    ['a title that is a number', { classification: {}, text: { title: 1 } }, 'input-invalid', 'text.title'],
    ['a title of no letter', { classification: {}, text: { title: '  ' } }, 'input-invalid', 'text.title'],
    ['a title without end', { classification: {}, text: { title: '가'.repeat(301) } }, 'input-invalid', 'text.title'],
    ['no text', { classification: {} }, 'input-invalid', 'text'],
    [
      'a class nobody knows',
      { classification: { disclosure: { class: 'secret', grounds: [] } }, text: {} },
      'input-invalid',
      'classification.disclosure.class',
    ],
    [
      'a folder that climbs',
      { classification: { folderId: '../../etc/passwd' }, text: {} },
      'input-invalid',
      'classification.folderId',
    ],
    [
      'a decomposed title',
      { classification: {}, text: { title: '계획'.normalize('NFD') } },
      'text-not-nfc',
      'text.title',
    ],
    [
      'a decomposed addressee',
      { classification: {}, text: { addressees: [{ name: '장관'.normalize('NFD') }] } },
      'text-not-nfc',
      'text.addressees.0.name',
    ],
    [
      'a decomposed keyword',
      { classification: {}, text: { keywords: ['기록'.normalize('NFD')] } },
      'text-not-nfc',
      'text.keywords.0',
    ],
    [
      'a decomposed summary',
      { classification: {}, text: { summary: '요약'.normalize('NFD') } },
      'text-not-nfc',
      'text.summary',
    ],
    [
      'a title that turns round',
      { classification: {}, text: { title: '승인\u202e거부' } },
      'text-control-character',
      'text.title',
    ],
    ['an unseen space', { classification: {}, text: { title: '승\u200b인' } }, 'text-control-character', 'text.title'],
    ['a bell', { classification: {}, text: { title: '승\u0007인' } }, 'text-control-character', 'text.title'],
    [
      'an isolate in the body',
      { classification: {}, text: { content: run('a\u2066b') } },
      'text-control-character',
      'text.content.blocks.0',
    ],
    ['a face', { classification: {}, text: { title: '계획 😀' } }, 'text-without-font', 'text.title'],
    [
      'a script without font in the body',
      { classification: {}, text: { content: run('ភាសា') } },
      'text-without-font',
      'text.content.blocks.0',
    ],
  ])('%s', async (_, body, code, field) => {
    await expectRefused(house, { code, field }, posting(me(), `${draft}/versions`, body));
  });

  it('a table whose rows differ', async () => {
    const cell = { runs: [{ type: 'text', text: 'a' }] };
    const table = { type: 'table', alignments: ['left', 'left'], header: [cell, cell], rows: [[cell]] };
    const body = { classification: {}, text: { content: { type: 'doc', blocks: [table] } } };
    const refusal = { code: 'table-malformed', field: 'text.content.blocks.0.rows.0' } as const;
    await expectRefused(house, refusal, posting(me(), `${draft}/versions`, body));
  });
});

describe('while typing', () => {
  it.each<[string, RefusalCode]>([
    ['가'.normalize('NFD'), 'text-not-nfc'],
    ['a\u202eb', 'text-control-character'],
    ['😀', 'text-without-font'],
  ])('%j is refused as it will be', async (text, code) => {
    await expectRefused(
      house,
      { code, field: 'title' },
      posting(me(), '/api/drafting/text-checks', { text, field: 'title' }),
    );
  });
});

describe('a folder is refused with', () => {
  it.each<[string, object, RefusalCode, string]>([
    ['a decomposed title', { title: '철'.normalize('NFD') }, 'text-not-nfc', 'title'],
    ['a title that hides', { title: 'a\u200bb' }, 'text-control-character', 'title'],
    ['a year that is text', { year: '2014' }, 'input-invalid', 'year'],
    ['a unit task nobody has', { unitTaskId: 'munhwa-task-none' }, 'unit-task-unknown', 'unitTaskId'],
  ])('%s', async (_, change, code, field) => {
    const folder = { unitTaskId: 'munhwa-task-transfer', year: 2014, title: '철', ...change };
    await expectRefused(house, { code, field }, posting(me(), '/api/records/folders', folder));
  });

  it('nobody else opens one', async () => {
    const folder = { unitTaskId: 'munhwa-task-transfer', year: 2014, title: '철' };
    const minister = house.person('munhwa-minister');
    await expectRefused(house, { code: 'not-permitted' }, posting(minister, '/api/records/folders', folder));
  });

  it('the unit task of another unit', async () => {
    const folder = { unitTaskId: 'munhwa-task-disclosure', year: 2014, title: '철' };
    const refusal = { code: 'not-permitted', field: 'unitTaskId' } as const;
    await expectRefused(house, refusal, posting(me(), '/api/records/folders', folder));
  });

  it('of another unit is not there to be closed', async () => {
    const officer = house.person('munhwa-disclosure-officer');
    const { body } = await officer.get('/api/records/folders?unitTaskId=munhwa-task-disclosure');
    const path = `/api/records/folders/${folderListAnswer.parse(body).items[0]?.folderId}/closing`;
    await expectRefused(house, { code: 'folder-unknown', field: 'folderId' }, posting(me(), path));
  });

  it('and closes only where it is', async () => {
    const { body } = await me().get('/api/records/folders?unitTaskId=munhwa-task-transfer');
    expect(folderListAnswer.parse(body).items).toHaveLength(1);
    const none = posting(me(), '/api/records/folders/00000000-none/closing');
    await expectRefused(house, { code: 'folder-unknown', field: 'folderId' }, none);
  });
});

describe('an absence is refused with', () => {
  const absence = { from: '2014-04-01T00:00:00.000Z', until: '2014-04-02T00:00:00.000Z', deputyIds: ['munhwa-vice'] };

  it.each<[string, object, RefusalCode, string]>([
    ['a day that no calendar has', { from: '2014-02-30T00:00:00.000Z' }, 'input-invalid', 'from'],
    ['an hour that no clock has', { until: '2014-04-02T25:00:00.000Z' }, 'input-invalid', 'until'],
    ['an end before its beginning', { until: '2014-03-31T00:00:00.000Z' }, 'input-invalid', 'until'],
    ['nobody in one’s place', { deputyIds: [] }, 'input-invalid', 'deputyIds'],
    ['a stranger in one’s place', { deputyIds: ['mopa-minister'] }, 'person-unknown', 'deputyIds.0'],
    ['oneself in one’s place', { deputyIds: ['munhwa-drafter'] }, 'person-unknown', 'deputyIds.0'],
  ])('%s', async (_, change, code, field) => {
    const path = '/api/directory/absence-statements';
    await expectRefused(house, { code, field }, posting(me(), path, { ...absence, ...change }));
  });
});

test('an absence counts once its own person has signed it, and not before', async () => {
  const absence = { from: '2014-04-01T00:00:00.000Z', until: '2014-04-02T00:00:00.000Z', deputyIds: ['munhwa-vice'] };
  const { body } = await me().post('/api/directory/absence-statements', absence);
  const { statementId, challenge } = absenceStatementAnswer.parse(body);
  const sign = (confirmed: string) => ({ statementId, confirmed });
  const unknown = { code: 'statement-unknown', field: 'statementId' } as const;
  const stranger = house.person('munhwa-minister');
  await expectRefused(house, unknown, posting(stranger, '/api/directory/absences', sign(challenge)));
  const none = { statementId: '00000000-0000-4000-8000-000000000000', confirmed: challenge };
  await expectRefused(house, unknown, posting(me(), '/api/directory/absences', none));
  const wrong = { code: 'signature-invalid', field: 'confirmed' } as const;
  await expectRefused(house, wrong, posting(me(), '/api/directory/absences', sign('f'.repeat(64))));
  expect((await me().post('/api/directory/absences', sign(challenge))).status).toBe(201);
  await expectRefused(house, unknown, posting(me(), '/api/directory/absences', sign(challenge)));
});

describe('a list is refused with', () => {
  const lists = ['/api/drafting/drafts', '/api/approval/inbox', '/api/approval/cases', '/api/records/records'];
  const bad = [
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['limit=many', 'limit'],
    ['limit=1.5', 'limit'],
    ['after=zzz', 'after'],
    ['after=2014', 'after'],
    ['after=', 'after'],
    [`after=${'9'.repeat(300)}`, 'after'],
    ['after=2014-03-03T00:00:00.000Z|%27%20OR%201%3D1', 'after'],
  ] as const;

  it.each(lists.flatMap((list) => bad.map(([query, field]) => [list, query, field] as const)))(
    '%s?%s',
    async (list, query, field) => {
      await expectRefused(house, { code: 'input-invalid', field }, getting(me(), `${list}?${query}`));
    },
  );

  it.each(lists)('%s with a question it does not know', async (list) => {
    await expectRefused(house, { code: 'input-unknown-field', field: 'sort' }, getting(me(), `${list}?sort=name`));
  });

  it.each(lists)('%s goes on from any place that is one', async (list) => {
    const { status } = await me().get(`${list}?limit=1&after=2014-03-03T00:00:00.000Z|00000000-0000-0000-0000`);
    expect(status).toBe(200);
  });
});

describe('a new draft is refused with', () => {
  it.each<[string, object, RefusalCode, string]>([
    ['a unit nobody knows', { unitId: 'munhwa-nowhere' }, 'unit-unknown', 'unitId'],
    ['a unit of others', { unitId: 'munhwa-budget' }, 'not-permitted', 'unitId'],
    ['what was never handed in', { unitId: 'munhwa-policy', redraftOf: 'never-handed-in' }, 'not-found', 'redraftOf'],
  ])('%s', async (_, body, code, field) => {
    await expectRefused(house, { code, field }, posting(me(), '/api/drafting/drafts', body));
  });
});
