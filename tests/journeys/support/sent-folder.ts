import { folderListAnswer } from '@sillok/schemas/api/records/record';
import { archives, munhwa } from '@sillok/small-country';
import { keepForTheArchives, passToRecordsCentre } from '../../../infra/sillok/src/life/live-keeping.ts';
import { archivesOf, sendFolder } from '../../../infra/sillok/src/life/live-transfer.ts';
import type { House } from './house.ts';
import { memo } from './story.ts';

export const centre = 'munhwa-archivist';
const unitId = 'munhwa-policy';

/** A folder of the ministry with these titles, closed, and sent to the archives before its time. */
export async function sentFolder(house: House, titles: readonly string[]) {
  const client = house.client('munhwa');
  const keeping = { client, plan: munhwa };
  const { items } = await client.ask(centre, '/api/records/folders', folderListAnswer);
  const folderId = items.find((one) => one.unitId === unitId)?.folderId ?? '';
  const documents: string[] = [];
  for (const title of titles) {
    const letter = memo('munhwa', title);
    const { documentId } = await house.live(letter);
    await house.sealed(letter, documentId);
    documents.push(documentId);
  }
  await keepForTheArchives(keeping, documents[0] ?? '', unitId);
  house.country.clock.moveTo('2015-01-01T01:00:00.000Z');
  await passToRecordsCentre(keeping, folderId);
  const sending = { folderId, agreement: '협의 2015-1' };
  const { transferId, status, findings } = await sendFolder(keeping, archivesOf(house.country), sending);
  if (status !== 'arrived') throw new Error(`the folder is ${status}: ${findings.join(' ')}`);
  const bytes = new Uint8Array(await client.fetch(centre, `/api/records/transfers/${transferId}/package.zip`));
  return { folderId, documents, transferId, bytes, archivesId: archives.id };
}
