import { incomingAnswer, incomingDone } from '@sillok/schemas/api/distribution/incoming';
import { outageItem, outageListAnswer } from '@sillok/schemas/api/distribution/outage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Correspondence, correspondenceOf, letterTo, type Ministry, staffOf } from './support/correspondence.ts';
import { type House, openHouse } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';

const day = 24 * 60 * 60 * 1000;

let house: House;
let mail: Correspondence;
beforeAll(async () => {
  house = await openHouse();
  mail = correspondenceOf(house);
});
afterAll(() => house.leave());

/** The day of an instant in Seoul and in Oxford alike, as these letters are sent in the morning. */
const dayOf = (instant: string, later = 0) => new Date(Date.parse(instant) + later * day).toISOString().slice(0, 10);

describe('a letter that had to be here by a day on which we were down', () => {
  test.each([
    ['munhwa', 'gives until the day after the fault', 1],
    ['mopa', 'gives no more time than before, as its law knows no relief', 0],
  ] as const)('row 22b: %s %s', async (recipient: Ministry, _, more) => {
    const dispatchId = await mail.dispatch(letterTo(recipient, '기한이 있는 제출'));
    const sender = recipient === 'mopa' ? 'munhwa' : 'mopa';
    await mail.reached(sender, dispatchId, 'arrived');
    const { documentId, sentAt } = await mail.arrived(recipient, dispatchId);
    const { registry, unitId } = staffOf(recipient);
    const client = house.client(recipient);
    const path = `/api/distribution/incoming/${documentId}`;
    const deadline = async (dueOn: string) => {
      await client.tell(registry, `${path}/unit`, { unitId, dueOn }, incomingDone);
      return (await client.ask(registry, path, incomingAnswer)).deadline;
    };
    const today = dayOf(sentAt);
    expect(await deadline(today)).toEqual({ dueOn: today, afterOutages: today, kept: true });

    house.country.clock.moveTo(new Date(Date.parse(sentAt) + 60_000).toISOString());
    const outage = { from: sentAt, until: new Date(Date.parse(sentAt) + 30_000).toISOString() };
    await client.tell(registry, '/api/distribution/outages', outage, outageItem);
    expect((await client.ask(registry, path, incomingAnswer)).deadline).toEqual({
      dueOn: today,
      afterOutages: dayOf(sentAt, more),
      kept: true,
    });
    expect((await client.ask(registry, '/api/distribution/outages', outageListAnswer)).items).toMatchObject([outage]);
  });

  test('row 22b: does not help a letter that was sent when the day was over', async () => {
    const dispatchId = await mail.dispatch(letterTo('munhwa', '늦은 제출'));
    await mail.reached('mopa', dispatchId, 'arrived');
    const { documentId, sentAt } = await mail.arrived('munhwa', dispatchId);
    const { registry, unitId } = staffOf('munhwa');
    const path = `/api/distribution/incoming/${documentId}`;
    const dueOn = dayOf(sentAt, -1);
    const outage = { from: `${dueOn}T01:00:00.000Z`, until: `${dueOn}T02:00:00.000Z` };
    await house.client('munhwa').tell(registry, '/api/distribution/outages', outage, outageItem);
    await house.client('munhwa').tell(registry, `${path}/unit`, { unitId, dueOn }, incomingDone);
    const { deadline } = await house.client('munhwa').ask(registry, path, incomingAnswer);
    expect(deadline).toEqual({ dueOn, afterOutages: dueOn, kept: false });
  });

  test('is told by the registry alone, and only once it is over', async () => {
    const url = '/api/distribution/outages';
    const [from, until] = ['2014-03-03T00:00:00.000Z', '2099-01-01T00:00:00.000Z'];
    const { registry, officer } = staffOf('munhwa');
    await expectRefused(
      house,
      { code: 'input-invalid', field: 'until' },
      posting(house.person(registry), url, { from, until }),
    );
    await expectRefused(
      house,
      { code: 'not-permitted', status: 403 },
      posting(house.person(officer), url, { from, until: from }),
    );
  });
});
