import { folderListAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './support/house.ts';
import { expectRefused, posting } from './support/refused.ts';
import { caseAt, paperReady, prepare } from './support/review.ts';
import { longLetter } from './support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

const approver = 'munhwa-bureau';

/** A letter that lacks nothing but its approval. */
async function beforeApproval(): Promise<string> {
  const { documentId } = await house.live(longLetter('이관 계획 알림'), 4);
  await paperReady(house, approver, documentId);
  return documentId;
}

/** A newer line of the delegation table for the matter of the letters. */
async function enact(level: string, from: string): Promise<void> {
  const munhwa = house.country.institutions.find((one) => one.id === 'munhwa');
  const unitTaskId = 'munhwa-task-transfer';
  const concurringUnitIds = ['munhwa-budget'];
  const rule = { ruleId: `notice-${from}`, unitTaskId, matter: 'notice', level, concurringUnitIds, from };
  await munhwa?.found([{ type: 'directory.DelegationRuleEnacted.v1', data: rule }]);
}

async function expectNotApproved(documentId: string, code: 'folder-closed' | 'line-not-as-delegated', field: string) {
  const { order } = await prepare(house, approver, documentId, 'approved');
  await expectRefused(house, { code, field }, posting(house.person(approver), `${caseAt(documentId)}/acts`, order));
}

describe('a document that could not be numbered, filed or sealed is not approved', () => {
  it('refuses the approval when the delegation table names somebody else meanwhile', async () => {
    const documentId = await beforeApproval();
    await enact('vice-minister', '2014-01-02');
    await expectNotApproved(documentId, 'line-not-as-delegated', 'line');
    await enact('bureau-head', '2014-01-03');
  });

  it('refuses the approval when the folder closed meanwhile', async () => {
    const documentId = await beforeApproval();
    const officer = house.person('munhwa-drafter');
    const { items } = folderListAnswer.parse((await officer.get('/api/records/folders')).body);
    for (const { folderId, status } of items) {
      if (status === 'open') await officer.post(`/api/records/folders/${folderId}/closing`);
    }
    expect(items.length).toBeGreaterThan(0);
    await expectNotApproved(documentId, 'folder-closed', 'folderId');
  });
});
