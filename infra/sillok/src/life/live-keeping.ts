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

/** Who keeps the records of a house. */
export function centreOf({ id, people }: InstitutionPlan): string {
  return found(people.find(({ roles = [] }) => roles.includes('records-officer'))?.id, id);
}

function keeperOf({ people }: InstitutionPlan, unitId: string): string {
  const isKeeper = ({ roles = [], unit }: InstitutionPlan['people'][number]) =>
    unit === unitId && roles.includes('departmental-records-officer');
  return found(people.find(isKeeper)?.id, unitId);
}

function found(person: string | undefined, where: string): string {
  if (person !== undefined) return person;
  throw new SillokError('person-unknown', `nobody keeps the records of ${where}`, { field: 'institution' });
}

/** Has a document kept for as long as the archives ask, where its folder would go before. */
export async function keepForTheArchives({ client, plan }: Keeping, documentId: string, unitId: string): Promise<void> {
  const { folderId } = await client.ask(centreOf(plan), `/api/records/records/${documentId}`, recordAnswer);
  const folder = (await foldersOf({ client, plan })).find((one) => one.folderId === folderId);
  const periods = inForce(packs[plan.pack]?.retention ?? [], plan.foundedOn) ?? [];
  const longest = periods.find(({ years }) => years === null);
  if (folder === undefined || longest === undefined || folder.retention === longest.id) return;
  const order = { retention: longest.id, reason: longest.name };
  const path = `/api/records/records/${documentId}/longer-retention`;
  await client.tell(keeperOf(plan, unitId), path, order, keptLongerAnswer, `longer-${documentId}`);
}

/** Waits until the calendar has closed the folder, then has it offered by the unit and taken over by the centre. */
export async function passToRecordsCentre({ client, plan }: Keeping, folderId: string): Promise<void> {
  const folder = await closedFolder({ client, plan }, folderId);
  if (folder.custody !== 'unit') return;
  const path = `/api/records/folders/${folderId}`;
  await client.tell(
    keeperOf(plan, folder.unitId),
    `${path}/transfer-offer`,
    undefined,
    transferAnswer,
    `offer-${folderId}`,
  );
  await client.tell(centreOf(plan), `${path}/transfer-acceptance`, undefined, transferAnswer, `take-over-${folderId}`);
}

/** The records centre looks at who may see the document; without a new class it stays as it was. */
export async function reviewDisclosure(
  { client, plan }: Keeping,
  documentId: string,
  review: { readonly disclosure: Disclosure; readonly reason: string } | undefined,
): Promise<Disclosure> {
  const centre = centreOf(plan);
  const { disclosure } = await client.ask(centre, `/api/records/records/${documentId}`, recordAnswer);
  const order = review ?? { disclosure, reason: plan.name };
  const path = `/api/records/records/${documentId}/disclosure-review`;
  const answer = await client.tell(centre, path, order, disclosureReviewAnswer, `review-${documentId}`);
  return answer.to;
}

async function closedFolder(keeping: Keeping, folderId: string): Promise<ListedFolder> {
  for (let waited = 0; waited < closedWithinMs; waited += 100) {
    const found = (await foldersOf(keeping)).find((one) => one.folderId === folderId);
    if (found?.status === 'closed') return found;
    await delay(100);
  }
  throw new SillokError('folder-not-closed', `the calendar did not close ${folderId} in time`, { field: 'folderId' });
}

const closedWithinMs = 30_000;

async function foldersOf({ client, plan }: Keeping): Promise<readonly ListedFolder[]> {
  return (await client.ask(centreOf(plan), '/api/records/folders', folderListAnswer)).items;
}
