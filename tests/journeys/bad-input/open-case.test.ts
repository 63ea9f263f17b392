import { folderListAnswer } from '@sillok/schemas/api/records/record';
import { archives, munhwa } from '@sillok/small-country';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepForTheArchives } from '../../../infra/sillok/src/life/live-keeping.ts';
import { type House, openHouse, until } from '../support/house.ts';
import { expectRefused, posting } from '../support/refused.ts';
import { memo } from '../support/story.ts';

const centre = 'munhwa-archivist';
const unitId = 'munhwa-policy';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 30_000);
afterAll(() => house.leave());

test('a folder in which a document is still under approval does not go to the archives', async () => {
  const client = house.client('munhwa');
  const keeping = { client, plan: munhwa };
  const folders = () => client.ask(centre, '/api/records/folders', folderListAnswer);
  const folderId = (await folders()).items.find((one) => one.unitId === unitId)?.folderId ?? '';
  const done = memo('munhwa', '끝난 문서');
  const { documentId } = await house.live(done);
  await house.sealed(done, documentId);
  await house.live(memo('munhwa', '아직 결재 중'), 1);
  await keepForTheArchives(keeping, documentId, unitId);
  house.country.clock.moveTo('2015-01-01T01:00:00.000Z');
  // The year's end closes the other folders of the house, and leaves this one open.
  const { items } = await until(folders, (all) => all.items.some(({ status }) => status === 'closed'));
  expect(items.find((one) => one.folderId === folderId)?.status).toBe('open');
  const order = { archivesId: archives.id, agreement: '협의 2015-1' };
  const refused = { field: 'folderId', status: 409 } as const;
  const folder = `/api/records/folders/${folderId}`;
  const archivist = house.person(centre);
  await expectRefused(
    house,
    { ...refused, code: 'folder-not-closed' },
    posting(archivist, `${folder}/transfers`, order),
  );
});
