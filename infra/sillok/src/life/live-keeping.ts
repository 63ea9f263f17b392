import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { disclosureReviewAnswer, keptLongerAnswer, transferAnswer } from '@sillok/schemas/api/records/keeping';
import { folderListAnswer, recordAnswer } from '@sillok/schemas/api/records/record';
import { packs } from '@sillok/schemas/policies/packs';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import type { InstitutionPlan } from '@sillok/small-country';
import type { z } from 'zod';
import type { StoryClient } from './story-client.ts';

export type ListedFolder = z.infer<typeof folderListAnswer>['items'][number];

/** One institution of the country with whoever keeps its records. */
export interface Keeping {
  readonly client: StoryClient;
  readonly plan: InstitutionPlan;
}

/** Who keeps the records of a house, and who keeps those of one unit. */
export function keepersOf(plan: InstitutionPlan, unitId: string): { centre: string; unit: string } {
  const centre = plan.people.find(({ roles = [] }) => roles.includes('records-officer'));
  const unit = plan.people.find(
    ({ roles = [], unit: at }) => at === unitId && roles.includes('departmental-records-officer'),
  );
  if (centre === undefined || unit === undefined) {
    throw new SillokError('person-unknown', `nobody keeps the records of ${unitId}`, { field: 'institution' });
  }
  return { centre: centre.id, unit: unit.id };
}

/** Has a document kept for as long as the archives ask, where its folder would go before. */
export async function keepForTheArchives({ client, plan }: Keeping, documentId: string, unitId: string): Promise<void> {
  const { centre, unit } = keepersOf(plan, unitId);
  const { folderId } = await client.ask(centre, `/api/records/records/${documentId}`, recordAnswer);
  const folder = (await foldersOf({ client, plan }, centre)).find((one) => one.folderId === folderId);
  const periods = inForce(packs[plan.pack]?.retention ?? [], plan.foundedOn) ?? [];
  const longest = periods.find(({ years }) => years === null);
  if (folder === undefined || longest === undefined || folder.retention === longest.id) return;
  const order = { retention: longest.id, reason: longest.name };
  const path = `/api/records/records/${documentId}/longer-retention`;
  await client.tell(unit, path, order, keptLongerAnswer, `longer-${documentId}`);
}

/** Waits until the calendar has closed the folder, then has it offered by the unit and taken over by the centre. */
export async function passToRecordsCentre({ client, plan }: Keeping, folderId: string): Promise<void> {
  const folder = await closedFolder({ client, plan }, folderId);
  const { centre, unit } = keepersOf(plan, folder.unitId);
  if (folder.custody !== 'unit') return;
  const path = `/api/records/folders/${folderId}`;
  await client.tell(unit, `${path}/transfer-offer`, undefined, transferAnswer, `offer-${folderId}`);
  await client.tell(centre, `${path}/transfer-acceptance`, undefined, transferAnswer, `take-over-${folderId}`);
}

/** The records centre looks at who may see the document; without a new class it stays as it was. */
export async function reviewDisclosure(
  { client, plan }: Keeping,
  documentId: string,
  review: { readonly disclosure: Disclosure; readonly reason: string } | undefined,
): Promise<Disclosure> {
  const centre = plan.people.find(({ roles = [] }) => roles.includes('records-officer'))?.id ?? '';
  const { disclosure } = await client.ask(centre, `/api/records/records/${documentId}`, recordAnswer);
  const order = review ?? { disclosure, reason: plan.name };
  const path = `/api/records/records/${documentId}/disclosure-review`;
  const answer = await client.tell(centre, path, order, disclosureReviewAnswer, `review-${documentId}`);
  return answer.to;
}

async function closedFolder(keeping: Keeping, folderId: string): Promise<ListedFolder> {
  const centre = keeping.plan.people.find(({ roles = [] }) => roles.includes('records-officer'))?.id ?? '';
  for (let waited = 0; waited < closedWithinMs; waited += 100) {
    const found = (await foldersOf(keeping, centre)).find((one) => one.folderId === folderId);
    if (found?.status === 'closed') return found;
    await delay(100);
  }
  throw new SillokError('folder-not-closed', `the calendar did not close ${folderId} in time`, { field: 'folderId' });
}

const closedWithinMs = 30_000;

async function foldersOf({ client }: Keeping, person: string): Promise<readonly ListedFolder[]> {
  return (await client.ask(person, '/api/records/folders', folderListAnswer)).items;
}
