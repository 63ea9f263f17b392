import { textAnswer } from '@sillok/schemas/api/approval/case';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import { documentText } from '@sillok/schemas/vocabulary/official-document';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type House, openHouse } from '../support/house.ts';
import { expectRefused, getting, posting } from '../support/refused.ts';
import { caseAt, paperReady, prepare, sign } from '../support/review.ts';
import { longLetter, memo } from '../support/story.ts';

let house: House;
let second: string;
let third: string;
beforeAll(async () => {
  house = await openHouse();
  [second, third] = [await waitingAt(2), await waitingAt(3)];
});
afterAll(() => house.leave());

const [drafter, reviewer, officer, approver] = [
  'munhwa-drafter',
  'munhwa-policy-head',
  'munhwa-budget-head',
  'munhwa-bureau',
];
const none = '00000000-0000-5000-8000-000000000000';
const person = (personId = '') => house.person(personId);

/** A letter of four steps that has come as far as the step before `step`. */
async function waitingAt(step: number): Promise<string> {
  const { documentId } = await house.live(longLetter('이관 계획 알림'), step);
  await paperReady(house, 'munhwa-drafter', documentId);
  return documentId;
}

const whatMayBeAsked: readonly (readonly [string, string, unknown?])[] = [
  ['GET', ''],
  ['GET', '/paper.pdf'],
  ['GET', '/text'],
  ['GET', `/attachments/${none}`],
  ['POST', '/statements', { decision: 'approved' }],
  ['POST', '/acts', { statementId: '0'.repeat(64), confirmed: '0'.repeat(64) }],
  ['POST', '/versions', { text: documentText.parse({ ...longLetter('가').text }) }],
  ['POST', '/withdrawal'],
];

describe('whoever has no business with a case is told what they would be told if there were none', () => {
  it.each(whatMayBeAsked)('%s %s', async (method, tail, body) => {
    const documentId = second;
    const ask = (path: string) =>
      method === 'GET' ? getting(person('munhwa-minister'), path) : posting(person('munhwa-minister'), path, body);
    const absent = { code: 'not-found', field: 'documentId', status: 404 } as const;
    await expectRefused(house, absent, ask(caseAt(documentId) + tail));
    await expectRefused(house, absent, ask(caseAt(none) + tail));
  });

  it('and finds it in no list', async () => {
    const documentId = second;
    for (const list of ['/api/approval/cases?limit=100', '/api/approval/inbox?limit=100']) {
      expect(JSON.stringify((await person('munhwa-minister').get(list)).body)).not.toContain(documentId);
    }
  });
});

describe('a step is not signed', () => {
  it('by whose turn has not come, or is over', async () => {
    const documentId = second;
    const refusal = { code: 'not-the-step-person', field: 'person', status: 403 } as const;
    for (const one of [drafter, officer, approver]) {
      await expectRefused(
        house,
        refusal,
        posting(person(one), `${caseAt(documentId)}/statements`, { decision: 'approved' }),
      );
    }
  });

  it('twice by one person who prepared twice', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, 'munhwa-policy-head', documentId, 'reviewed');
    expect((await sign(house, 'munhwa-policy-head', documentId, 'reviewed')).status).toBe(200);
    const refusal = { code: 'step-not-pending', field: 'step', status: 409 } as const;
    await expectRefused(house, refusal, posting(person(reviewer), `${caseAt(documentId)}/acts`, order));
  });

  it.each<[string, number, string, string, string | undefined, RefusalCode, string]>([
    ['by a reviewer who approves', 2, 'munhwa-policy-head', 'approved', undefined, 'not-permitted', 'decision'],
    [
      'by a reviewer who dissents',
      2,
      'munhwa-policy-head',
      'concurred-with-dissent',
      '아니오',
      'not-permitted',
      'decision',
    ],
    ['by an officer who returns', 3, 'munhwa-budget-head', 'returned', '아니오', 'not-permitted', 'decision'],
    [
      'with a dissent that says nothing',
      3,
      'munhwa-budget-head',
      'concurred-with-dissent',
      '  ',
      'opinion-required',
      'opinion',
    ],
    [
      'with a return that gives no reason',
      2,
      'munhwa-policy-head',
      'returned',
      undefined,
      'reason-required',
      'opinion',
    ],
  ])('%s', async (_, step, who, decision, opinion, code, field) => {
    const documentId = step === 2 ? second : third;
    const { body } = await person(who).post(`${caseAt(documentId)}/statements`, { decision, opinion });
    expect(body).toMatchObject({ statementId: expect.any(String), challenge: expect.any(String) });
    const { statementId, challenge: confirmed } = Object(body);
    await expectRefused(
      house,
      { code, field },
      posting(person(who), `${caseAt(documentId)}/acts`, { statementId, confirmed }),
    );
  });

  it.each<[string, object, RefusalCode, string]>([
    ['a decomposed opinion', { decision: 'reviewed', opinion: '의견'.normalize('NFD') }, 'text-not-nfc', 'opinion'],
    [
      'an opinion that turns round',
      { decision: 'reviewed', opinion: '찬성\u202e' },
      'text-control-character',
      'opinion',
    ],
    ['an opinion with a bell', { decision: 'reviewed', opinion: '찬\u0007성' }, 'text-control-character', 'opinion'],
    ['an opinion that nothing can print', { decision: 'reviewed', opinion: '👍' }, 'text-without-font', 'opinion'],
    ['an opinion without end', { decision: 'reviewed', opinion: '가'.repeat(2_001) }, 'input-invalid', 'opinion'],
    ['a decision nobody makes', { decision: 'maybe' }, 'input-invalid', 'decision'],
    ['more than a decision', { decision: 'reviewed', mood: 'good' }, 'input-unknown-field', 'mood'],
  ])('with %s', async (_, order, code, field) => {
    const documentId = second;
    await expectRefused(house, { code, field }, posting(person(reviewer), `${caseAt(documentId)}/statements`, order));
  });

  it('by a deputy of somebody who is there', async () => {
    const letter = memo('munhwa', '출장 보고', { drafter: 'munhwa-policy-deputy' });
    const { documentId } = await house.live(letter, 2);
    const refusal = { code: 'absence-not-registered', field: 'person' } as const;
    const ask = posting(person('munhwa-policy-deputy'), `${caseAt(documentId)}/statements`, { decision: 'approved' });
    await expectRefused(house, refusal, ask);
  });
});

describe('a text is not changed', () => {
  const textOf = async (documentId: string) => {
    const { body } = await person('munhwa-drafter').get(`${caseAt(documentId)}/text`);
    const { version: _, previous: __, attachments: ___, ...text } = textAnswer.parse(body);
    return text;
  };
  const ask = async (documentId: string, who: string | undefined, change: object) =>
    posting(person(who), `${caseAt(documentId)}/versions`, { text: { ...(await textOf(documentId)), ...change } });

  it('by an officer who concurs', async () => {
    const documentId = third;
    const refusal = { code: 'step-not-allowed-to-edit', field: 'step' } as const;
    await expectRefused(house, refusal, await ask(documentId, officer, { title: '바꾼 제목' }));
  });

  it('by the drafter at their own step', async () => {
    const documentId = await waitingAt(1);
    const refusal = { code: 'step-not-allowed-to-edit', field: 'step' } as const;
    await expectRefused(house, refusal, await ask(documentId, drafter, { title: '바꾼 제목' }));
  });

  it('by whose turn it is not', async () => {
    const documentId = second;
    const refusal = { code: 'not-the-step-person', field: 'person' } as const;
    await expectRefused(house, refusal, await ask(documentId, approver, { title: '바꾼 제목' }));
  });

  it('into itself', async () => {
    const documentId = second;
    const refusal = { code: 'nothing-changed', field: 'content', status: 409 } as const;
    await expectRefused(house, refusal, await ask(documentId, reviewer, {}));
  });

  it.each<[string, object, RefusalCode, string]>([
    ['a decomposed title', { title: '제목'.normalize('NFD') }, 'text-not-nfc', 'text.title'],
    [
      'an addressee that hides',
      { addressees: [{ name: 'a\u200bb' }] },
      'text-control-character',
      'text.addressees.0.name',
    ],
    ['a title nothing can print', { title: '😀' }, 'text-without-font', 'text.title'],
    ['no title', { title: '' }, 'input-invalid', 'text.title'],
    ['other attachments', { attachments: [] }, 'input-unknown-field', 'text.attachments'],
    [
      'an addressee, on a form that stays',
      { addressees: [{ name: '국가기록원장' }] },
      'addressee-not-allowed',
      'text.addressees',
    ],
  ])('into one with %s', async (_, change, code, field) => {
    const documentId = second;
    await expectRefused(house, { code, field }, await ask(documentId, reviewer, change));
  });
});

describe('a submission is not withdrawn', () => {
  it('by anybody but the drafter', async () => {
    const documentId = second;
    const refusal = { code: 'not-the-drafter', field: 'person', status: 403 } as const;
    await expectRefused(house, refusal, posting(person(reviewer), `${caseAt(documentId)}/withdrawal`));
  });

  it('once the next person has signed', async () => {
    const documentId = third;
    const refusal = { code: 'withdrawal-too-late', field: 'documentId', status: 409 } as const;
    await expectRefused(house, refusal, posting(person(drafter), `${caseAt(documentId)}/withdrawal`));
  });

  it('with anything in the body', async () => {
    const documentId = second;
    const refusal = { code: 'input-unknown-field', field: 'reason' } as const;
    await expectRefused(house, refusal, posting(person(drafter), `${caseAt(documentId)}/withdrawal`, { reason: '가' }));
  });
});

describe('nothing more is done to a case', () => {
  const everything = async (documentId: string, who: string | undefined, code: RefusalCode) => {
    const at = caseAt(documentId);
    const refusal = { code, field: 'documentId', status: 409 } as const;
    const { text } = longLetter('바꾼 제목');
    await expectRefused(house, refusal, posting(person(who), `${at}/statements`, { decision: 'approved' }));
    await expectRefused(house, refusal, posting(person(who), `${at}/versions`, { text }));
  };

  it('that was withdrawn', async () => {
    const documentId = await waitingAt(2);
    expect((await person(drafter).post(`${caseAt(documentId)}/withdrawal`)).status).toBe(200);
    await everything(documentId, reviewer, 'case-not-open');
    const again = posting(person(drafter), `${caseAt(documentId)}/withdrawal`);
    await expectRefused(house, { code: 'case-not-open', field: 'documentId' }, again);
  });

  it('that was returned', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, 'munhwa-policy-head', documentId, 'reviewed');
    expect((await sign(house, 'munhwa-policy-head', documentId, 'returned', '금액이 다릅니다.')).status).toBe(200);
    await everything(documentId, reviewer, 'case-not-open');
    const late = posting(person(reviewer), `${caseAt(documentId)}/acts`, order);
    await expectRefused(house, { code: 'case-not-open', field: 'documentId' }, late);
  });

  it('that became a document', async () => {
    const letter = longLetter('성립한 문서');
    const { documentId, status } = await house.live(letter);
    expect(status).toBe('registered');
    await house.sealed(letter, documentId);
    for (const who of [drafter, reviewer, officer, approver]) await everything(documentId, who, 'already-established');
    const withdrawal = posting(person(drafter), `${caseAt(documentId)}/withdrawal`);
    await expectRefused(house, { code: 'already-established', field: 'documentId' }, withdrawal);
  });
});

test('a version or an attachment that never was is not found', async () => {
  const documentId = second;
  for (const tail of ['/text?version=9', '/paper.pdf?version=9']) {
    const refusal = { code: 'not-found', field: 'version', status: 404 } as const;
    await expectRefused(house, refusal, getting(person(reviewer), caseAt(documentId) + tail));
  }
  const attachment = getting(person(reviewer), `${caseAt(documentId)}/attachments/${none}`);
  await expectRefused(house, { code: 'not-found', field: 'attachmentId', status: 404 }, attachment);
  const zero = getting(person(reviewer), `${caseAt(documentId)}/text?version=0`);
  await expectRefused(house, { code: 'input-invalid', field: 'version' }, zero);
});
