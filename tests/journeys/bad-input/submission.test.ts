import { draftCreatedAnswer, submittedAnswer } from '@sillok/schemas/api/drafting/draft';
import { folderAnswer, folderListAnswer } from '@sillok/schemas/api/records/record';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type House, openHouse, until } from '../support/house.ts';
import { expectProblem, expectRefused, getting, posting } from '../support/refused.ts';
import { paperReady } from '../support/review.ts';

let house: House;
let classification: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  house = await openHouse();
  const { body } = await me().get('/api/records/folders?unitTaskId=munhwa-task-transfer');
  const [folder] = folderListAnswer.parse(body).items;
  classification = {
    form: 'simple-draft',
    language: 'ko',
    unitTaskId: 'munhwa-task-transfer',
    folderId: folder?.folderId,
    matter: 'routine',
    disclosure: { class: 'open', grounds: [] },
  };
});
afterAll(() => house.leave());

const me = () => house.person('munhwa-drafter');
const content = { type: 'doc', blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: '가나다' }] }] };
const text = { title: '이관 계획', content };
const addressees = [{ name: '국가기록원장' }];

async function newDraft(unitId = 'munhwa-policy'): Promise<string> {
  const { body } = await me().post('/api/drafting/drafts', { unitId });
  return `/api/drafting/drafts/${draftCreatedAnswer.parse(body).documentId}`;
}

/** A draft with a version that has these members instead of the right ones; `undefined` leaves a member out. */
async function drafted(classes: object = {}, texts: object = {}): Promise<string> {
  const path = await newDraft();
  const version = { classification: { ...classification, ...classes }, text: { ...text, ...texts } };
  const { status, body } = await me().post(`${path}/versions`, version);
  expect(status, JSON.stringify(body)).toBe(200);
  return path;
}

describe('a draft is not handed in', () => {
  it('row 1: before form, unit task and text are there', async () => {
    const path = await newDraft();
    await expectRefused(house, { code: 'draft-incomplete', field: 'form' }, posting(me(), `${path}/submission`, {}));
  });

  it.each([['form'], ['language'], ['unitTaskId'], ['folderId'], ['matter'], ['disclosure']])(
    'without %s',
    async (field) => {
      const path = await drafted({ [field]: undefined });
      await expectRefused(house, { code: 'draft-incomplete', field }, posting(me(), `${path}/submission`, {}));
    },
  );

  it.each([['title'], ['content']])('without %s', async (member) => {
    const path = await drafted({}, { [member]: undefined });
    const refusal = { code: 'draft-incomplete', field: 'title' } as const;
    await expectRefused(house, refusal, posting(me(), `${path}/submission`, {}));
  });

  it.each<[string, object, object, RefusalCode, string]>([
    ['on a form nobody has', { form: 'poem' }, {}, 'form-unknown', 'form'],
    ['under a unit task nobody has', { unitTaskId: 'munhwa-task-none' }, {}, 'unit-task-unknown', 'unitTaskId'],
    ['to somebody, on a form that stays', {}, { addressees }, 'addressee-not-allowed', 'addressees'],
    ['to nobody, on a form that leaves', { form: 'general-draft' }, {}, 'addressee-required', 'addressees'],
    [
      'open with a ground',
      { disclosure: { class: 'open', grounds: ['5'] } },
      {},
      'ground-not-allowed',
      'disclosure.grounds.0',
    ],
    [
      'closed without one',
      { disclosure: { class: 'closed', grounds: [] } },
      {},
      'ground-required',
      'disclosure.grounds',
    ],
    [
      'partly open without one',
      { disclosure: { class: 'partial', grounds: [] } },
      {},
      'ground-required',
      'disclosure.grounds',
    ],
    [
      'closed on a ground no statute has',
      { disclosure: { class: 'closed', grounds: ['5', '99'] } },
      {},
      'ground-not-allowed',
      'disclosure.grounds.1',
    ],
    ['into a folder nobody has', { folderId: '00000000-none' }, {}, 'folder-unknown', 'folderId'],
    ['in a language its form is not in', { language: 'lo' }, {}, 'input-invalid', 'language'],
  ])('%s', async (_, classes, texts, code, field) => {
    const path = await drafted(classes, texts);
    await expectRefused(house, { code, field }, posting(me(), `${path}/submission`, {}));
  });

  it('into the folder of another unit task', async () => {
    const other = house.person('munhwa-disclosure-officer');
    const { body } = await other.get('/api/records/folders?unitTaskId=munhwa-task-disclosure');
    const path = await drafted({ folderId: folderListAnswer.parse(body).items[0]?.folderId });
    const refusal = { code: 'folder-of-another-task', field: 'folderId' } as const;
    await expectRefused(house, refusal, posting(me(), `${path}/submission`, {}));
  });

  it('into a folder that was closed, which closes once', async () => {
    const order = { unitTaskId: 'munhwa-task-transfer', year: 2013, title: '지난해' };
    const { folderId } = folderAnswer.parse((await me().post('/api/records/folders', order)).body);
    expect((await me().post(`/api/records/folders/${folderId}/closing`)).status).toBe(200);
    const path = await drafted({ folderId });
    const refusal = { code: 'folder-closed', field: 'folderId' } as const;
    await expectRefused(house, refusal, posting(me(), `${path}/submission`, {}));
    await expectRefused(house, refusal, posting(me(), `/api/records/folders/${folderId}/closing`));
  });
});

describe('a line is not taken', () => {
  const ask = async (
    change: (line: readonly LineStep[]) => readonly object[],
    refusal: { code: RefusalCode; field: string },
  ) => {
    const path = await drafted({ matter: 'notice' });
    const query = 'unitId=munhwa-policy&unitTaskId=munhwa-task-transfer&matter=notice';
    const { line } = submittedAnswer
      .omit({ documentId: true })
      .loose()
      .parse((await me().get(`/api/drafting/line?${query}`)).body);
    await expectRefused(house, refusal, posting(me(), `${path}/submission`, { line: change(line) }));
  };

  it('that has nobody', () => ask(() => [], { code: 'draft-incomplete', field: 'line' }));

  it('that leaves out who must concur', () =>
    ask((line) => line.filter((step) => step.role !== 'concurring-officer'), {
      code: 'line-incomplete',
      field: 'line',
    }));

  it('that ends below whoever decides', () =>
    ask((line) => line.slice(0, -1), { code: 'line-not-as-delegated', field: 'line.2' }));

  it('that lets two decide', () =>
    ask((line) => line.map((step) => (step.role === 'reviewer' ? { ...step, role: 'approver' } : step)), {
      code: 'line-not-as-delegated',
      field: 'line.1',
    }));

  it('that names a post which nobody holds', () =>
    ask((line) => line.map((step) => (step.role === 'approver' ? { ...step, appointmentId: 'no-such-post' } : step)), {
      code: 'authority-not-found',
      field: 'line.3',
    }));

  it('that names somebody of another institution', () =>
    ask((line) => line.map((step) => (step.role === 'approver' ? { ...step, personId: 'mopa-minister' } : step)), {
      code: 'authority-not-found',
      field: 'line.3',
    }));

  it('that says more than a line does', () =>
    ask((line) => line.map((step) => ({ ...step, power: 'all' })), {
      code: 'input-unknown-field',
      field: 'line.0.power',
    }));
});

describe('another person’s draft is not there', () => {
  const colleague = () => house.person('munhwa-policy-deputy');
  const commands: readonly (readonly [string, string, unknown])[] = [
    ['saved', '/versions', { classification: {}, text: {} }],
    ['given a file', '/attachments?name=a.pdf', new TextEncoder().encode('x')],
    ['given up', '/discarding', undefined],
    ['handed in', '/submission', {}],
  ];

  it.each(commands)('to be %s', async (_, command, body) => {
    const path = await drafted();
    const refusal = { code: 'not-found', field: 'documentId', status: 404 } as const;
    await expectRefused(house, refusal, posting(colleague(), path + command, body));
    await expectRefused(house, refusal, posting(colleague(), `/api/drafting/drafts/00000000-none${command}`, body));
  });

  it('to be read', async () => {
    const refusal = { code: 'not-found', field: 'documentId', status: 404 } as const;
    await expectRefused(house, refusal, getting(colleague(), await drafted()));
    await expectRefused(house, refusal, getting(colleague(), '/api/drafting/drafts/00000000-none'));
  });
});

test('of one draft handed in twice at once one is taken', async () => {
  const path = await drafted();
  const answers = await Promise.all([1, 2, 3].map(() => me().post(`${path}/submission`, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const late = answers.filter(({ status }) => status === 409);
  for (const answer of late) expectProblem(answer, { code: 'draft-already-submitted', field: 'documentId' }, 'ko');
  await untilQuiet(path);
});

test('what was handed in is not changed, and what was given up is gone', async () => {
  const path = await drafted();
  expect((await me().post(`${path}/submission`, {})).status).toBe(200);
  await untilQuiet(path);
  const version = { classification: {}, text: {} };
  const submitted = { code: 'draft-already-submitted', field: 'documentId', status: 409 } as const;
  await expectRefused(house, submitted, posting(me(), `${path}/versions`, version));
  await expectRefused(house, submitted, posting(me(), `${path}/discarding`));
  await expectRefused(house, submitted, posting(me(), `${path}/submission`, {}));
  await expectRefused(house, submitted, posting(me(), `${path}/attachments?name=a.pdf`, new TextEncoder().encode('x')));
  const gone = await drafted();
  expect((await me().post(`${gone}/discarding`)).status).toBe(200);
  const absent = { code: 'not-found', field: 'documentId', status: 404 } as const;
  await expectRefused(house, absent, posting(me(), `${gone}/versions`, version));
  await expectRefused(house, absent, posting(me(), `${gone}/submission`, {}));
});

test('from the day on which the law asks for them, summary and keywords are not left out', async () => {
  const order = { unitTaskId: 'munhwa-task-transfer', year: 2026, title: '2026년 철' };
  const { folderId } = folderAnswer.parse((await me().post('/api/records/folders', order)).body);
  house.country.clock.moveTo('2026-05-19T00:00:00.000Z');
  await untilYearEnded();
  const leaving = { form: 'general-draft', folderId };
  const without = await drafted(leaving, { addressees });
  const ask = (path: string) => posting(me(), `${path}/submission`, {});
  await expectRefused(house, { code: 'summary-required', field: 'summary' }, ask(without));
  const summed = await drafted(leaving, { addressees, summary: '요약' });
  await expectRefused(house, { code: 'keywords-required', field: 'keywords' }, ask(summed));
});

/** The calendar closes what is over, in each institution at one go; what is refused later must not be blamed for it. */
async function untilYearEnded(): Promise<void> {
  for (const officer of ['munhwa-archivist', 'mopa-auditor']) {
    await until(
      async () => folderListAnswer.parse((await house.person(officer).get('/api/records/folders')).body).items,
      (items) => items.some(({ closedOn }) => closedOn === '2014-12-31'),
    );
  }
}

/** The paper of what was handed in is made behind one's back; what is refused later must not be blamed for it. */
async function untilQuiet(path: string): Promise<void> {
  await paperReady(house, 'munhwa-drafter', path.split('/').at(-1) ?? '');
}
