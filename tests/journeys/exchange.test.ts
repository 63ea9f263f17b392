import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@sillok/kernel';
import { incomingListAnswer } from '@sillok/schemas/api/distribution/incoming';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { circulate } from '../../infra/sillok/src/life/live-exchange.ts';
import {
  type Correspondence,
  correspondenceOf,
  eventsIn,
  letterTo,
  type Ministry,
  staffOf,
} from './support/correspondence.ts';
import { bring, type Forgery, forgedMessage, sign } from './support/forged-message.ts';
import { type House, openHouse } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { memo } from './support/story.ts';

let house: House;
let mail: Correspondence;
beforeAll(async () => {
  house = await openHouse();
  mail = correspondenceOf(house);
});
afterAll(() => house.leave());

const inbox = async (ministry: Ministry) => {
  const { client } = house;
  return (await client(ministry).ask(staffOf(ministry).registry, '/api/distribution/incoming', incomingListAnswer))
    .items;
};

const containerOf = (sender: Ministry, dispatchId: string) =>
  house.client(sender).fetch(staffOf(sender).registry, `/api/distribution/dispatches/${dispatchId}/exchange.asice`);

describe('a letter to the other ministry', () => {
  test.each([
    ['munhwa', 'mopa', '이관 협조 요청', /^MOPA\/IN\/2014\/1$/],
    ['mopa', 'munhwa', 'Re: transfer of records', /^기록정책과-\d+$/],
  ] as const)(
    'row 31: goes from %s to %s and is received under a number of its own',
    async (sender, recipient, title, number) => {
      const dispatchId = await mail.dispatch(letterTo(recipient, title));
      await mail.reached(sender, dispatchId, 'arrived');
      const received = await mail.receive(recipient, dispatchId);
      expect(received.number).toMatch(number);
      expect(received).toMatchObject({ status: 'received', title, senderId: sender, sequence: 1 });
      const accepted = await mail.reached(sender, dispatchId, 'accepted');
      expect(accepted).toMatchObject({
        receiptNumber: received.number,
        acknowledgements: ['arrive', 'receive', 'accept'],
      });
      const [receipt, ...more] = (await eventsIn(house, recipient)).filter(
        ({ type, data }) => type === 'records.ReceiptRegistered.v1' && data['dispatchId'] === dispatchId,
      );
      expect(more).toEqual([]);
      expect(receipt?.data).toMatchObject({
        display: received.number,
        senderId: sender,
        arrivedAt: received.effectiveAt,
        folderId: received.folderId,
      });
      expect(receipt?.stream).toBe(
        recipient === 'mopa' ? 'register-MOPA-2014-received' : 'register-1740201-2014-register',
      );
    },
  );

  test('row 31: receipts and records of the combined register follow each other without a gap', async () => {
    const registrations = (await eventsIn(house, 'munhwa')).filter(({ stream }) =>
      stream.startsWith('register-1740201-2014-'),
    );
    expect(registrations.map(({ data }) => data['number'])).toEqual(registrations.map((_, index) => index + 1));
    expect(new Set(registrations.map(({ type }) => type))).toEqual(
      new Set(['records.RecordRegistered.v1', 'records.ReceiptRegistered.v1']),
    );
  });

  test('row 29: keeps the instant of its arrival, and is registered only after a unit was given it', async () => {
    const dispatchId = await mail.dispatch(letterTo('mopa', '도착 시각'));
    await mail.reached('munhwa', dispatchId, 'arrived');
    const arrived = await mail.arrived('mopa', dispatchId);
    const { officer } = staffOf('mopa');
    const path = `/api/distribution/incoming/${arrived.documentId}/receipt`;
    // Nothing is with the unit yet, so its officer is told of nothing.
    await expectRefused(
      house,
      { code: 'not-found', field: 'documentId', status: 404 },
      posting(house.person(officer), path, { folderId: 'folder-0001' }),
    );
    const received = await mail.receive('mopa', dispatchId);
    expect(received.effectiveAt).toBe(arrived.effectiveAt);
    expect(received.events.map(({ type }) => type.split('.')[1]).filter((type) => !type?.startsWith('Ack'))).toEqual([
      'DocumentArrived',
      'DistributedToUnit',
      'DocumentReceived',
    ]);
  });

  test('row 25: is one document however often its message is brought, and the newest word is said again', async () => {
    const dispatchId = await mail.dispatch(letterTo('mopa', '두 번 보낸 문서'));
    await mail.reached('munhwa', dispatchId, 'arrived');
    await mail.receive('mopa', dispatchId);
    await mail.reached('munhwa', dispatchId, 'accepted');
    await mail.settled(house);
    const before = { inbox: await inbox('mopa'), events: (await eventsIn(house, 'mopa')).length };
    const container = await containerOf('munhwa', dispatchId);
    const answers = await Promise.all([1, 2, 3].map(() => bring(house.country, 'mopa', container)));
    for (const { status, said } of answers) {
      expect({ status, said }).toMatchObject({ status: 200, said: { kind: 'accept', dispatchId } });
    }
    expect(answers[0]?.acknowledgement).toEqual(answers[1]?.acknowledgement);
    expect({ inbox: await inbox('mopa'), events: (await eventsIn(house, 'mopa')).length }).toEqual(before);
  });

  test('row 32: is read by those it circulates to, which is recorded when they open it, once each', async () => {
    const dispatchId = await mail.dispatch(letterTo('mopa', '공람할 문서'));
    await mail.reached('munhwa', dispatchId, 'arrived');
    const { documentId } = await mail.receive('mopa', dispatchId);
    const { officer } = staffOf('mopa');
    const readers = ['mopa-section-head', 'mopa-minister'];
    const mopa = house.client('mopa');
    const path = `/api/distribution/incoming/${documentId}/document.pdf`;
    // Whoever looks before is no reader yet.
    await mopa.fetch(officer, path);
    await circulate(mopa, officer, documentId, readers);
    for (const reader of [...readers, officer]) await mopa.fetch(reader, path);
    const reads = (await eventsIn(house, 'mopa')).filter(
      ({ type, data }) => type === 'distribution.CirculationRead.v1' && data['documentId'] === documentId,
    );
    expect(reads.map(({ data }) => data['personId'])).toEqual(readers);
    expect(reads.map(({ actor }) => actor)).toEqual(readers);
  });

  test('row 30: is given back by a unit whose business it is not, and the registry gives it to another', async () => {
    const dispatchId = await mail.dispatch(letterTo('munhwa', 'To whom it may concern'));
    await mail.reached('mopa', dispatchId, 'arrived');
    const { documentId } = await mail.arrived('munhwa', dispatchId);
    const path = `/api/distribution/incoming/${documentId}`;
    const registry = house.person(staffOf('munhwa').registry);
    const officer = house.person('munhwa-disclosure-officer');
    expect(await registry.post(`${path}/unit`, { unitId: 'munhwa-disclosure' })).toMatchObject({ status: 200 });
    const back = await officer.post(`${path}/redistribution`, { reason: '우리 과 소관이 아님' });
    expect(back).toMatchObject({ status: 200, body: { status: 'in-registry' } });
    expect(await officer.get(path)).toMatchObject({ status: 404 });
    expect(await registry.post(`${path}/unit`, { unitId: 'munhwa-policy' })).toMatchObject({ status: 200 });
    const trail = (await mail.arrived('munhwa', dispatchId)).events.map(({ type }) => type.split('.')[1]);
    expect(trail.filter((type) => type?.includes('istribut'))).toEqual([
      'DistributedToUnit',
      'RedistributionRequested',
      'DistributedToUnit',
    ]);
    // The sender is told once that a unit has it, whichever it is in the end.
    await mail.reached('mopa', dispatchId, 'received');
  });

  test('brings its attachments along, and reading one of them is reading the letter', async () => {
    const folder = join(import.meta.dirname, '..', 'vectors', 'letters', 'en-reply');
    const attachments = ['List of series for exchange.odt'];
    const dispatchId = await mail.dispatch(letterTo('munhwa', 'With an annex', { attachments, folder }));
    await mail.reached('mopa', dispatchId, 'arrived');
    const { documentId, attachments: arrived } = await mail.receive('munhwa', dispatchId);
    const bytes = new Uint8Array(await readFile(join(folder, 'List of series for exchange.odt')));
    expect(arrived).toMatchObject([{ name: 'List of series for exchange.odt', bytes: bytes.length }]);
    const munhwa = house.client('munhwa');
    const { officer } = staffOf('munhwa');
    const path = `/api/distribution/incoming/${documentId}`;
    const reader = 'munhwa-policy-head';
    await circulate(munhwa, officer, documentId, [reader], []);
    expect(await munhwa.fetch(reader, `${path}/attachments/${encodeURIComponent(arrived[0]?.name ?? '')}`)).toEqual(
      bytes,
    );
    expect(await munhwa.fetch(reader, `${path}/exchange.asice`)).toEqual(await containerOf('mopa', dispatchId));
    expect(await mail.arrived('munhwa', dispatchId)).toMatchObject({ readers: [{ personId: reader }] });
    const reads = (await eventsIn(house, 'munhwa')).filter(({ type }) => type === 'distribution.CirculationRead.v1');
    expect(reads.map(({ actor }) => actor)).toEqual([reader]);
    expect(await house.person(officer).get(`${path}/attachments/none.odt`)).toMatchObject({ status: 404 });
  });

  test('goes back on a formal ground, and its sender is told by a signed word', async () => {
    const dispatchId = await mail.dispatch(letterTo('munhwa', 'Without its annex'));
    await mail.reached('mopa', dispatchId, 'arrived');
    const { documentId } = await mail.arrived('munhwa', dispatchId);
    const registry = house.person(staffOf('munhwa').registry);
    const path = `/api/distribution/incoming/${documentId}/return`;
    const refusal = { code: 'return-ground-not-allowed', field: 'ground', status: 422 } as const;
    await expectRefused(house, refusal, posting(registry, path, { ground: 'dislike' }));
    expect(await registry.post(path, { ground: 'attachment' })).toMatchObject({ status: 200 });
    expect(await mail.reached('mopa', dispatchId, 'returned')).toMatchObject({ reason: 'attachment' });
  });

  test('leaves without the visible seal where the law lets it, and still sealed by the institution', async () => {
    const dispatchId = await mail.dispatch(letterTo('mopa', '경미한 문서'), { omission: 'minor' });
    const arrived = await mail.reached('munhwa', dispatchId, 'arrived');
    expect(arrived.events.map(({ type }) => type)).toContain('distribution.SealOmitted.v1');
    expect(arrived.events.map(({ type }) => type)).not.toContain('distribution.SealAffixed.v1');
  });
});

describe('a dispatch is refused', () => {
  const prepare = (documentId: string, recipientId: string, person = 'munhwa-drafter') =>
    posting(house.person(person), `/api/distribution/documents/${documentId}/dispatches`, { recipientId });

  test('of a form that stays inside, of what nobody may see, and to whom it is not addressed', async () => {
    const inside = await mail.write(memo('munhwa', '안에서만'));
    await expectRefused(
      house,
      { code: 'form-not-dispatched', field: 'documentId', status: 422 },
      prepare(inside, 'mopa'),
    );
    const letter = await mail.write(letterTo('mopa', '밖으로'));
    await expectRefused(
      house,
      { code: 'recipient-unknown', field: 'recipientId', status: 422 },
      prepare(letter, 'archives'),
    );
    const hidden = { code: 'not-found', field: 'documentId', status: 404 } as const;
    await expectRefused(house, hidden, prepare(letter, 'mopa', 'munhwa-disclosure-officer'));
  });

  test('to review for whoever holds no such role, and to seal before the review', async () => {
    const documentId = await mail.write(letterTo('mopa', '심사'));
    const drafter = house.person('munhwa-drafter');
    const prepared = await drafter.post(`/api/distribution/documents/${documentId}/dispatches`, {
      recipientId: 'mopa',
    });
    expect(prepared).toMatchObject({ status: 201, body: { status: 'prepared' } });
    const path = prepared.headers.get('location') ?? '';
    const passed = { decision: 'passed', seal: 'affixed' };
    const noRole = { code: 'not-permitted', status: 403 } as const;
    await expectRefused(house, noRole, posting(house.person('munhwa-policy-head'), `${path}/review`, passed));
    const early = { code: 'dispatch-not-ready', field: 'dispatchId', status: 409 } as const;
    await expectRefused(house, early, posting(drafter, `${path}/dispatch`));
    const unlawful = { decision: 'passed', seal: 'omitted', ground: 'haste' };
    const ground = { code: 'seal-omission-not-allowed', field: 'ground', status: 422 } as const;
    await expectRefused(house, ground, posting(drafter, `${path}/review`, unlawful));
  });
});

describe('row 24: a message that is not as it must be', () => {
  let container: Uint8Array;
  beforeAll(async () => {
    const dispatchId = await mail.dispatch(letterTo('mopa', '바탕이 되는 문서'));
    await mail.reached('munhwa', dispatchId, 'arrived');
    container = await containerOf('munhwa', dispatchId);
  });
  const unsent = '00000000-0000-4000-8000-000000000000';
  const flipped = (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte));

  test.each([
    ['exchange-recipient-another', { message: { dispatchId: unsent, recipient: 'archives' } }],
    ['exchange-copy-invalid', { message: { dispatchId: unsent }, copy: flipped }],
    [
      'exchange-digest-mismatch',
      {
        message: { dispatchId: unsent },
        file: (one) => (one.name === 'document.pdf' ? { ...one, bytes: flipped(one.bytes) } : one),
      },
    ],
    ['signature-invalid', { message: { dispatchId: unsent }, keyId: 'mopa-seal' }],
    ['exchange-identity-reused', { message: { number: '기록정책과-999' } }],
  ] satisfies readonly (readonly [string, Forgery])[])(
    'row 24: fails with %s, signed, and comes into no inbox',
    async (reason, forgery) => {
      const before = await inbox('mopa');
      const { status, said } = await bring(
        house.country,
        'mopa',
        await forgedMessage(house.country, container, forgery),
      );
      expect({ status, said }).toMatchObject({
        status: 200,
        said: { kind: 'fail', reason, from: 'mopa', to: 'munhwa' },
      });
      expect(await inbox('mopa')).toEqual(before);
      const rejections = (await eventsIn(house, 'mopa')).filter(({ data }) => data['code'] === reason);
      // A stranger writes nothing into our log.
      expect(rejections).toHaveLength(reason === 'signature-invalid' ? 0 : 1);
    },
  );

  test('row 24: is refused without a word where nothing says who sent it', async () => {
    const before = (await eventsIn(house, 'mopa')).length;
    const noise = await bring(house.country, 'mopa', new TextEncoder().encode('no container'));
    expect(noise).toMatchObject({ status: 422, body: { code: 'exchange-message-malformed' } });
    const stranger = await forgedMessage(house.country, container, { message: { sender: 'nowhere' } });
    const unknown = await bring(house.country, 'mopa', stranger);
    expect(unknown).toMatchObject({ status: 422, body: { code: 'exchange-sender-unknown' } });
    expect((await eventsIn(house, 'mopa')).length).toBe(before);
  });

  test('is the same whoever alters a byte of it on the way', async () => {
    const before = await inbox('mopa');
    const altered = await bring(house.country, 'mopa', flipped(container));
    expect(altered.said === undefined || JSON.stringify(altered.said).includes('"fail"')).toBe(true);
    expect(await inbox('mopa')).toEqual(before);
  });
});

describe('what somebody says of a message of ours', () => {
  const said = {
    type: 'acknowledgement',
    version: 1,
    kind: 'accept',
    from: 'mopa',
    to: 'munhwa',
    dispatchId: '00000000-0000-4000-8000-000000000000',
    answers: 'a'.repeat(64),
    previous: null,
    at: '2014-03-03T09:00:00.000Z',
    checkpoint: null,
  };

  test.each([
    ['is not written as it must be', { text: JSON.stringify(said, null, 2) }, 'input-invalid', 'statement'],
    ['is meant for another', { change: { to: 'archives' } }, 'exchange-recipient-another', 'statement'],
    ['comes from nobody we know', { change: { from: 'nowhere' } }, 'exchange-sender-unknown', 'statement'],
    ['is sealed by another', { keyId: 'munhwa-seal' }, 'signature-invalid', 'signature'],
    ['answers nothing that we sent', {}, 'acknowledgement-unknown', 'dispatchId'],
  ] satisfies readonly (readonly [string, { text?: string; change?: object; keyId?: string }, string, string])[])(
    'is refused where it %s',
    async (_, forgery, code, field) => {
      const { text, change, keyId } = { text: undefined, change: {}, keyId: 'mopa-seal', ...forgery };
      const before = (await eventsIn(house, 'munhwa')).length;
      const statement = text ?? canonicalJson({ ...said, ...change });
      const bytes = new TextEncoder().encode(statement);
      const signature = Buffer.from(await sign(house.country, keyId, bytes, house.country.clock.now()));
      const { officer } = staffOf('munhwa');
      const body = { statement, signature: signature.toString('base64') };
      const answer = await house.person(officer).post('/api/distribution/acknowledgements', body);
      expect(answer.body).toMatchObject({ code, field });
      expect((await eventsIn(house, 'munhwa')).length).toBe(before);
    },
  );
});
