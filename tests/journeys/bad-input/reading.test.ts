import { createApiClient } from '@sillok/http-service';
import { recordListAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type House, openHouse } from '../support/house.ts';
import { expectRefused, getting } from '../support/refused.ts';
import { memo } from '../support/story.ts';

const letter = memo('munhwa', '비공개 계획');
const closed = { ...letter.classification, disclosure: { class: 'closed' as const, grounds: ['5'] } };
const none = '00000000-0000-5000-8000-000000000000';

let house: House;
let documentId: string;
beforeAll(async () => {
  house = await openHouse();
  ({ documentId } = await house.live({ ...letter, classification: closed }));
  await house.sealed(letter, documentId);
});
afterAll(() => house.leave());

const nobody = () => createApiClient({ port: house.country.port, host: 'munhwa.localhost' });

describe('a closed record is, for whoever may not read it, what no record is', () => {
  const absent = { code: 'not-found', field: 'documentId', status: 404 } as const;

  it.each(['', '/document.pdf', '/evidence.asice'])('at its address, with %j', async (tail) => {
    const stranger = house.person('munhwa-disclosure-officer');
    await expectRefused(house, absent, getting(stranger, `/api/records/records/${documentId}${tail}`));
    await expectRefused(house, absent, getting(stranger, `/api/records/records/${none}${tail}`));
  });

  it('in the list', async () => {
    const { body } = await house.person('munhwa-disclosure-officer').get('/api/records/records?limit=100');
    expect(recordListAnswer.parse(body).items).toEqual([]);
    const mine = await house.person('munhwa-drafter').get('/api/records/records?limit=100');
    expect(recordListAnswer.parse(mine.body).items).toHaveLength(1);
  });

  it('to the public', async () => {
    await expectRefused(house, absent, getting(nobody(), `/api/records/open/${documentId}/document.pdf`));
    await expectRefused(house, absent, getting(nobody(), `/api/records/open/${none}/document.pdf`));
    expect((await nobody().get('/')).body).not.toContain('비공개 계획');
  });

  it('at the other institution', async () => {
    const other = house.person('mopa-auditor');
    await expectRefused(house, absent, getting(other, `/api/records/records/${documentId}`));
    await expectRefused(house, absent, getting(other, `/api/approval/cases/${documentId}`));
    await expectRefused(house, absent, getting(other, `/api/drafting/drafts/${documentId}`));
  });
});

test('nobody signs in where they do not work', async () => {
  const client = createApiClient({ port: house.country.port, host: 'munhwa.localhost', person: 'mopa-drafter' });
  await expect(client.get('/api/drafting/drafts')).rejects.toThrow(/^sign-in stopped at http:\/\/id\.localhost/);
});

test('a page that does not exist is a page, in the reader’s language', async () => {
  const page = { accept: 'text/html', 'accept-language': 'en' };
  const { status, body } = await nobody().get('/?after=nowhere', { headers: page });
  expect(status).toBe(400);
  expect(body).toContain('<html lang="en">');
  expect(body).not.toMatch(/node_modules|\.ts:/);
});
