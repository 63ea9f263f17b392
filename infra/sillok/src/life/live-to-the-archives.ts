import { packs } from '@sillok/schemas/policies/packs';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import type { SmallCountry } from '../composition/small-country.ts';
import { keepForTheArchives, passToRecordsCentre, reviewDisclosure } from './live-keeping.ts';
import { archivesOf, foundByAnybody, handOver, type Preserved } from './live-transfer.ts';
import type { Lived } from './lived.ts';

/** Years from the start of retention after which a folder goes; with a law that asks for more, an agreement is named. */
const yearsKept = 10;

/**
 * The folders of these documents close at the year's end, are kept in the records centre for ten years, and go to the
 * archives, which take them over, preserve and describe them. Everybody finds what is open then, and nothing else.
 */
export async function liveToTheArchives(
  country: SmallCountry,
  lives: readonly Lived[],
  onStep: (name: string) => void,
): Promise<ReadonlyMap<string, Preserved>> {
  const year = Number(country.clock.now().slice(0, 4));
  const folders = [...new Map(lives.map((one) => [one.folderId, one])).values()];
  // One document that has to stay takes its folder with it.
  for (const { keeping, documentId, unitId } of folders) await keepForTheArchives(keeping, documentId, unitId);
  country.clock.moveTo(`${year + 1}-01-08T03:00:00.000Z`);
  for (const { keeping, folderId } of folders) await passToRecordsCentre(keeping, folderId);
  onStep('kept');
  country.clock.moveTo(`${year + 1 + yearsKept}-03-03T03:00:00.000Z`);
  const open = new Map<string, boolean>();
  for (const { keeping, documentId, review } of lives) {
    open.set(documentId, (await reviewDisclosure(keeping, documentId, review)).class === 'open');
  }
  const preserved = new Map<string, Preserved>();
  for (const folder of folders) preserved.set(folder.folderId, await goThere(country, folder, onStep));
  const archives = archivesOf(country);
  for (const { title, documentId } of lives) await foundByAnybody(archives, title, open.get(documentId) === true);
  onStep('found');
  return preserved;
}

async function goThere(
  country: SmallCountry,
  { keeping, folderId }: Lived,
  onStep: (name: string) => void,
): Promise<Preserved> {
  const { plan } = keeping;
  const rule = inForce(packs[plan.pack]?.transfer ?? [], country.clock.now().slice(0, 10));
  const isEarly = (rule?.toArchivesYears ?? 0) > yearsKept;
  const agreement = isEarly ? { agreement: `${plan.id} – ${archivesOf(country).plan.id}` } : {};
  const preserved = await handOver(country, keeping, { folderId, ...agreement });
  onStep('preserved');
  return preserved;
}
