import { readAuthorityStatement, sha256Hex } from '@sillok/evidence';
import { worstOf } from '@sillok/kernel';
import { absenceAnswer, absenceStatementAnswer, peopleAnswer } from '@sillok/schemas/api/directory/directory';
import { absenceRegistered } from '@sillok/schemas/events/directory/absence-registered';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Institution } from '../../infra/sillok/src/composition/institution.ts';
import { type House, openHouse } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { directoryEventsOf, questionsAbout, statementOf } from './support/signed-acts.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.leave());

function institution(id: string): Institution {
  const found = house.country.institutions.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function planOf({ id }: Institution) {
  const plan = house.country.plans.find((one) => one.id === id);
  if (plan === undefined) throw new Error(id);
  return plan;
}

describe('a founded country', () => {
  it('has for each event of a directory a signed statement about exactly this event', async () => {
    for (const one of house.country.institutions) {
      const events = await directoryEventsOf(one);
      const { people, units } = planOf(one);
      // Everybody is entered, appointed and given a key.
      expect(events.length).toBeGreaterThan(people.length * 3 + units.length);
      for (const event of events) {
        const questions = await questionsAbout(house, one, event);
        expect(worstOf(questions), `${event.type}: ${JSON.stringify(questions)}`).toBe('passed');
      }
    }
  });

  it('was founded by the seal of each institution, before its directory said anything', async () => {
    for (const one of house.country.institutions) {
      const [seal] = house.country.authority.find(`${one.id}-seal`)?.chain ?? [];
      for (const event of await directoryEventsOf(one)) {
        const { bytes } = await statementOf(one, event);
        expect(readAuthorityStatement(bytes)).toMatchObject({
          log: one.id,
          certificate: sha256Hex(seal ?? ''),
          directoryEvent: null,
          checkpoint: null,
        });
      }
    }
  });

  it('says no name of a person in a statement', async () => {
    for (const one of house.country.institutions) {
      const names = [...(await one.log.directory.latest()).persons.values()].flatMap(({ name }) => name ?? []);
      for (const event of await directoryEventsOf(one)) {
        const { bytes } = await statementOf(one, event);
        const text = new TextDecoder().decode(bytes);
        expect(names.filter((name) => text.includes(name))).toEqual([]);
      }
    }
  });

  it('has no statement for an event that says anything else, or for the event of another', async () => {
    const one = institution('munhwa');
    const events = await directoryEventsOf(one);
    for (const [index, event] of events.entries()) {
      const other = events[(index + 1) % events.length] ?? event;
      const changed = { ...event.envelope, data: { ...event.envelope.data, from: '1999-01-01' } };
      const swapped = {
        ...other.envelope,
        data: { ...other.envelope.data, signedBy: event.envelope.data['signedBy'] },
      };
      for (const envelope of [changed, swapped]) {
        const questions = await questionsAbout(house, one, event, envelope);
        expect(questions.filter(({ verdict }) => verdict === 'failed')).toContainEqual({
          question: 'it is about this event',
          verdict: 'failed',
          reason: 'HASH_FAILURE',
        });
      }
    }
  });

  it('is founded once, however often it is opened', async () => {
    const before = await Promise.all(house.country.institutions.map(directoryEventsOf));
    house = await house.restart();
    const after = await Promise.all(house.country.institutions.map(directoryEventsOf));
    expect(after.map((events) => events.map(({ envelope }) => envelope))).toEqual(
      before.map((events) => events.map(({ envelope }) => envelope)),
    );
  });

  it('states and signs the enrolment of another key as well', async () => {
    await house.country.keys.enrol('munhwa-vice', { keyId: 'munhwa-vice-2' });
    const one = institution('munhwa');
    const events = await directoryEventsOf(one);
    const event = events.at(-1);
    if (event === undefined) throw new Error('no event');
    expect(event.envelope.data).toMatchObject({ keyId: 'munhwa-vice-2' });
    expect(worstOf(await questionsAbout(house, one, event))).toBe('passed');
    const { bytes } = await statementOf(one, event);
    expect(readAuthorityStatement(bytes)?.directoryEvent).toBe(events.at(-2)?.envelope.id);
  });
});

const absence = {
  from: '2014-03-02T00:00:00.000Z',
  until: '2014-03-10T00:00:00.000Z',
  deputyIds: ['munhwa-policy-deputy', 'munhwa-disclosure-officer'],
};
const path = '/api/directory/absences';

async function prepare(personId: string) {
  const { status, body } = await house.person(personId).post('/api/directory/absence-statements', absence);
  expect(status, JSON.stringify(body)).toBe(200);
  const { statementId, challenge, statement, sentence } = absenceStatementAnswer.parse(body);
  return { order: { statementId, confirmed: challenge }, statement, sentence };
}

describe('an absence', () => {
  it('begins when its person has signed what was shown', async () => {
    const { order, statement, sentence } = await prepare('munhwa-drafter');
    expect(sentence).toBe(
      '기록정책과 행정주사(으)로서 2014-03-02 09:00부터 2014-03-10 09:00까지 부재함을 등록합니다. ' +
        '직무대리 순서: 기록정책과 행정사무관, 정보공개과 행정주사.',
    );
    expect(await isAbsent('munhwa-drafter')).toBe(false);
    const answer = await house.person('munhwa-drafter').post(path, order);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { absenceId } = absenceAnswer.parse(answer.body);
    expect(await isAbsent('munhwa-drafter')).toBe(true);

    const one = institution('munhwa');
    const event = (await directoryEventsOf(one)).at(-1);
    if (event === undefined) throw new Error('no event');
    expect(absenceRegistered.data.parse(event.data)).toMatchObject({
      absenceId,
      personId: 'munhwa-drafter',
      ...absence,
    });
    expect(worstOf(await questionsAbout(house, one, event))).toBe('passed');
    const kept = await statementOf(one, event);
    expect(new TextDecoder().decode(kept.bytes)).toBe(statement);
    const [own] = house.country.authority.find('munhwa-drafter')?.chain ?? [];
    expect(kept.certificateDigest).toBe(sha256Hex(own ?? ''));
  });

  it('begins once, however often it is told, and after a restart too', async () => {
    const { order } = await prepare('munhwa-bureau');
    const key = { idempotencyKey: 'bureau-away' };
    const first = await house.person('munhwa-bureau').post(path, order, key);
    expect(first.status).toBe(201);
    expect(await house.person('munhwa-bureau').post(path, order, key)).toMatchObject({ status: 201, body: first.body });
    house = await house.restart();
    expect(await house.person('munhwa-bureau').post(path, order, key)).toMatchObject({ status: 201, body: first.body });
    const begun = (await directoryEventsOf(institution('munhwa'))).filter(
      ({ envelope }) => envelope.data['personId'] === 'munhwa-bureau' && envelope.type === absenceRegistered.type,
    );
    expect(begun).toHaveLength(1);
  });

  it('is refused with a challenge that was not shown, without one, and to whom it was not shown', async () => {
    const { order } = await prepare('munhwa-budget-head');
    const me = house.person('munhwa-budget-head');
    const wrong = { ...order, confirmed: '0'.repeat(64) };
    await expectRefused(house, { code: 'signature-invalid', field: 'confirmed' }, posting(me, path, wrong));
    const unsigned = { statementId: order.statementId };
    await expectRefused(house, { code: 'input-invalid', field: 'confirmed' }, posting(me, path, unsigned));
    const foreign = { ...order, confirmed: undefined, signature: Buffer.from('no CMS').toString('base64') };
    await expectRefused(house, { code: 'signature-invalid', field: 'signature' }, posting(me, path, foreign));
    const other = house.person('munhwa-vice');
    await expectRefused(house, { code: 'statement-unknown', field: 'statementId' }, posting(other, path, order));
    expect((await me.post(path, order)).status).toBe(201);
  });

  it('is refused with a certificate that was taken back meanwhile, and with a key enrolled meanwhile', async () => {
    const { order } = await prepare('munhwa-archivist');
    const me = house.person('munhwa-archivist');
    house.country.keys.revoke('munhwa-archivist');
    await expectRefused(house, { code: 'certificate-revoked', field: 'certificate' }, posting(me, path, order));
    await house.country.keys.enrol('munhwa-archivist', { keyId: 'munhwa-archivist-2' });
    await expectRefused(house, { code: 'statement-outdated', field: 'statementId' }, posting(me, path, order));
  });
});

async function isAbsent(personId: string): Promise<boolean | undefined> {
  const { body } = await house.person(personId).get('/api/directory/people');
  return peopleAnswer.parse(body).items.find((one) => one.personId === personId)?.absent;
}
