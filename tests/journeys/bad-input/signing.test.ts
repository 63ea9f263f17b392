import { createHash, sign as signBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeCades, prepareCades } from '@sillok/signatures';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type House, openHouse } from '../support/house.ts';
import { expectProblem, expectRefused, posting } from '../support/refused.ts';
import { caseAt, paperReady, prepare, sign } from '../support/review.ts';
import { longLetter, memo } from '../support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const reviewer = 'munhwa-policy-head';

/** A letter of four steps that has come as far as the step before `step`. */
async function waitingAt(step: number): Promise<string> {
  const { documentId } = await house.live(longLetter('이관 계획 알림'), step);
  await paperReady(house, 'munhwa-drafter', documentId);
  return documentId;
}

const acting = (personId: string, documentId: string, order: object) =>
  posting(house.person(personId), `${caseAt(documentId)}/acts`, order);

/** A CMS over these bytes as a person's own token would make it, in base64. */
function ownToken(keyId: string, statement: string): string {
  const key = house.country.authority.find(keyId);
  if (key === undefined) throw new Error(`no key ${keyId}`);
  const digest = createHash('sha256').update(statement).digest();
  const cades = prepareCades({ digest, chain: key.chain, signedAt: house.country.clock.now() });
  const value = signBytes('sha256', cades.toBeSigned, key.privateKey);
  return Buffer.from(completeCades(cades, value)).toString('base64');
}

describe('a statement is not signed', () => {
  let documentId: string;
  let statementId: string;
  let statement: string;
  beforeAll(async () => {
    documentId = await waitingAt(2);
    ({ statementId, statement } = await prepare(house, reviewer, documentId, 'reviewed'));
  });

  it('that nobody prepared', async () => {
    const order = { statementId: '0'.repeat(64), confirmed: '0'.repeat(64) };
    await expectRefused(
      house,
      { code: 'statement-unknown', field: 'statementId' },
      acting(reviewer, documentId, order),
    );
  });

  it('that was prepared for another case', async () => {
    const { order } = await prepare(house, reviewer, await waitingAt(2), 'reviewed');
    await expectRefused(
      house,
      { code: 'statement-unknown', field: 'statementId' },
      acting(reviewer, documentId, order),
    );
  });

  it('that was prepared for somebody else', async () => {
    const order = { statementId, confirmed: '0'.repeat(64) };
    const refusal = { code: 'statement-unknown', field: 'statementId' } as const;
    await expectRefused(house, refusal, acting('munhwa-bureau', documentId, order));
  });

  it('with another challenge than its own', async () => {
    const order = { statementId, confirmed: 'f'.repeat(64) };
    await expectRefused(house, { code: 'signature-invalid', field: 'confirmed' }, acting(reviewer, documentId, order));
  });

  it.each<[string, object, 'input-invalid' | 'input-unknown-field', string]>([
    ['with neither challenge nor signature', {}, 'input-invalid', 'confirmed'],
    ['with a challenge that is none', { confirmed: 'yes' }, 'input-invalid', 'confirmed'],
    ['with a signature that is no base64', { signature: '###' }, 'input-invalid', 'signature'],
    ['with a signature without end', { signature: 'AAAA'.repeat(20_000) }, 'input-invalid', 'signature'],
    ['with a member too many', { confirmed: '0'.repeat(64), pin: '1234' }, 'input-unknown-field', 'pin'],
  ])('%s', async (_, more, code, field) => {
    await expectRefused(house, { code, field }, acting(reviewer, documentId, { statementId, ...more }));
  });

  it.each([
    ['an empty text', ''],
    ['garbage', 'AAAA'],
    ['a sequence of nothing', 'MAA='],
    ['a sequence that claims more than is there', 'MIQAAAAA'],
    ['a thousand zeros', Buffer.alloc(1_000).toString('base64')],
  ])('with %s for a signature', async (_, signature) => {
    const order = { statementId, signature };
    await expectRefused(house, { code: 'signature-invalid', field: 'signature' }, acting(reviewer, documentId, order));
  });

  it('with half a signature', async () => {
    const signature = ownToken(reviewer, statement).slice(0, 400);
    const order = { statementId, signature };
    await expectRefused(house, { code: 'signature-invalid', field: 'signature' }, acting(reviewer, documentId, order));
  });

  it('with one’s own signature of something else', async () => {
    const order = { statementId, signature: ownToken(reviewer, `${statement} `) };
    await expectRefused(house, { code: 'signature-invalid', field: 'signature' }, acting(reviewer, documentId, order));
  });

  it('with the key of somebody else', async () => {
    const order = { statementId, signature: ownToken('munhwa-vice', statement) };
    const refusal = { code: 'certificate-of-another', field: 'signature' } as const;
    await expectRefused(house, refusal, acting(reviewer, documentId, order));
  });

  it('with the seal', async () => {
    const order = { statementId, signature: ownToken('munhwa-seal', statement) };
    const refusal = { code: 'certificate-of-another', field: 'signature' } as const;
    await expectRefused(house, refusal, acting(reviewer, documentId, order));
  });

  it('but with one’s own token it is', async () => {
    const order = { statementId, signature: ownToken(reviewer, statement) };
    const { status, body } = await house.person(reviewer).post(`${caseAt(documentId)}/acts`, order);
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await house.person(reviewer).get(caseAt(documentId))).body).toMatchObject({ pendingStep: 3 });
  });
});

describe('of two at once one is too late', () => {
  it('who sign one statement', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    const path = `${caseAt(documentId)}/acts`;
    const answers = await Promise.all([1, 2, 3].map(() => house.person(reviewer).post(path, order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expectProblem(answer, { code: 'statement-unknown', field: 'statementId' }, 'ko');
    }
    const { body } = await house.person(reviewer).get(caseAt(documentId));
    expect(Object(body).acts).toHaveLength(2);
  });

  it('unless both are one request', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    const path = `${caseAt(documentId)}/acts`;
    const once = () => house.person(reviewer).post(path, order, { idempotencyKey: 'once' });
    const [one, two] = await Promise.all([once(), once()]);
    expect(one.status).toBe(200);
    expect(two.body).toEqual(one.body);
    const other = posting(
      house.person(reviewer),
      path,
      { ...order, confirmed: 'f'.repeat(64) },
      { 'idempotency-key': 'once' },
    );
    await expectRefused(house, { code: 'idempotency-key-reused', field: 'Idempotency-Key' }, other);
  });

  it('who decide differently', async () => {
    const documentId = await waitingAt(2);
    const { order: reviewed } = await prepare(house, reviewer, documentId, 'reviewed');
    const { order: returned } = await prepare(house, reviewer, documentId, 'returned', '금액이 다릅니다.');
    const path = `${caseAt(documentId)}/acts`;
    const answers = await Promise.all([reviewed, returned].map((order) => house.person(reviewer).post(path, order)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await house.person(reviewer).get(caseAt(documentId));
    expect(Object(body).acts).toHaveLength(2);
  });

  it('who sign and take back', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    const [signed, withdrawn] = await Promise.all([
      house.person(reviewer).post(`${caseAt(documentId)}/acts`, order),
      house.person('munhwa-drafter').post(`${caseAt(documentId)}/withdrawal`),
    ]);
    expect([signed.status, withdrawn.status].sort()).toEqual([200, 409]);
    const { body } = await house.person('munhwa-drafter').get(caseAt(documentId));
    const expected = signed.status === 200 ? { status: 'in-review', pendingStep: 3 } : { status: 'withdrawn' };
    expect(body).toMatchObject(expected);
  });

  it('who sign and change', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    const { text } = longLetter('바꾼 제목');
    const [signed, changed] = await Promise.all([
      house.person(reviewer).post(`${caseAt(documentId)}/acts`, order),
      house.person(reviewer).post(`${caseAt(documentId)}/versions`, { text }),
    ]);
    expect([signed.status, changed.status].filter((status) => status === 200)).toHaveLength(1);
    const { body } = await house.person(reviewer).get(caseAt(documentId));
    expect(body).toMatchObject(signed.status === 200 ? { version: 1, pendingStep: 3 } : { version: 2 });
  });
});

test('a statement about an older version is worth nothing', async () => {
  const documentId = await waitingAt(2);
  const { order } = await prepare(house, reviewer, documentId, 'reviewed');
  const { text } = longLetter('바꾼 제목');
  const edited = await house.person(reviewer).post(`${caseAt(documentId)}/versions`, { text });
  expect(edited.body).toEqual({ documentId, version: 2 });
  await paperReady(house, reviewer, documentId);
  await expectRefused(house, { code: 'statement-outdated', field: 'statement' }, acting(reviewer, documentId, order));
});

describe('a key does not sign', () => {
  it('that was revoked', async () => {
    const documentId = await waitingAt(4);
    house.country.keys.revoke('munhwa-bureau');
    const { order } = await prepare(house, 'munhwa-bureau', documentId, 'approved');
    const refusal = { code: 'certificate-revoked', field: 'certificate' } as const;
    await expectRefused(house, refusal, acting('munhwa-bureau', documentId, order));
  });

  it('whose certificate has ended', async () => {
    const documentId = await waitingAt(3);
    const valid = { notBefore: '2014-01-01T00:00:00.000Z', notAfter: '2014-02-01T00:00:00.000Z' };
    await house.country.keys.enrol('munhwa-budget-head', { keyId: 'budget-head-ended', valid });
    const { order } = await prepare(house, 'munhwa-budget-head', documentId, 'concurred');
    const refusal = { code: 'certificate-not-valid-now', field: 'certificate' } as const;
    await expectRefused(house, refusal, acting('munhwa-budget-head', documentId, order));
  });

  it('that is another than the statement names', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    await house.country.keys.enrol(reviewer, { keyId: 'policy-head-second' });
    const refusal = { code: 'statement-outdated', field: 'statementId' } as const;
    await expectRefused(house, refusal, acting(reviewer, documentId, order));
    expect((await sign(house, reviewer, documentId, 'reviewed')).status).toBe(200);
  });

  it('over which nobody has enough control', async () => {
    const documentId = await waitingAt(3);
    await house.country.keys.enrol('munhwa-budget-head', {
      keyId: 'budget-head-loose',
      controlClass: 'found-somewhere',
    });
    const ask = posting(house.person('munhwa-budget-head'), `${caseAt(documentId)}/statements`, {
      decision: 'concurred',
    });
    await expectRefused(house, { code: 'control-class-too-low', field: 'person' }, ask);
  });

  it('that was never made', () => {
    expect(() => house.country.keys.revoke('no-such-key')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('as time goes on', () => {
  it('a statement lasts a quarter of an hour', async () => {
    const documentId = await waitingAt(2);
    const { order } = await prepare(house, reviewer, documentId, 'reviewed');
    const later = Date.parse(house.country.clock.now()) + 16 * 60_000;
    house.country.clock.moveTo(new Date(later).toISOString());
    await expectRefused(
      house,
      { code: 'statement-unknown', field: 'statementId' },
      acting(reviewer, documentId, order),
    );
  });

  it('who has gone away does not decide, and who stands in does', async () => {
    const letter = memo('munhwa', '대결 문서');
    house.country.clock.moveTo('2014-04-13T23:59:00.000Z');
    const { documentId } = await house.live(letter, 2);
    const { order } = await prepare(house, reviewer, documentId, 'approved');
    house.country.clock.moveTo('2014-04-14T00:00:01.000Z');
    const { order: standing } = await prepare(house, 'munhwa-policy-deputy', documentId, 'approved');
    const path = `${caseAt(documentId)}/acts`;
    const [away, there] = await Promise.all([
      house.person(reviewer).post(path, order),
      house.person('munhwa-policy-deputy').post(path, standing),
    ]);
    expect(there.body).toMatchObject({ status: 'registered' });
    expect(['not-the-step-person', 'already-established']).toContain(Object(away.body).code);
    const { body } = await house.person(reviewer).get(caseAt(documentId));
    expect(Object(body).acts).toHaveLength(2);
    await house.sealed(letter, documentId);
  });

  it('nothing is written before what was written last', async () => {
    const { body } = await house.person('munhwa-drafter').post('/api/drafting/drafts', { unitId: 'munhwa-policy' });
    const path = `/api/drafting/drafts/${Object(body).documentId}/versions`;
    await house.country.stop();
    await writeFile(join(house.dataFolder, 'country', 'clock'), '2014-03-03T00:00:00.000Z\n');
    house = await openHouse(house.dataFolder);
    const ask = posting(house.person('munhwa-drafter'), path, { classification: {}, text: {} });
    await expectRefused(house, { code: 'clock-goes-forward-only' }, ask);
  });
});
