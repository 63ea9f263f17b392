import { buffer } from 'node:stream/consumers';
import {
  type KeptRepresentation,
  type PackagePlan,
  type PackageSource,
  readPackage,
  type WrittenPackage,
} from '@sillok/archival-package';
import { metadata, preservedPlan } from './package-plans.ts';

/** The plan of an AIP that keeps these representations of a submission byte for byte. */
export async function planKeeping(submission: WrittenPackage, names: readonly string[]): Promise<PackagePlan> {
  const source = await readPackage({ name: 'sip.zip', bytes: submission.bytes });
  const kept = await Promise.all(names.map((name) => keptOf(source, name)));
  await source.close();
  return preservedPlan(kept, [
    metadata('metadata/other/submission/METS.xml', 'OTHER', submission.rootMets, 'METS of the submission'),
    metadata('metadata/other/submission/METS.xml.p7s', 'OTHER', submission.signature, 'CAdES over it'),
  ]);
}

async function keptOf(source: PackageSource, name: string): Promise<KeptRepresentation> {
  const start = `representations/${name}/`;
  const below = [...source.files.values()].filter(({ path }) => path.startsWith(start));
  const kept = below.map(async (file) => {
    const bytes = await buffer(await file.open());
    const path = file.path.slice(start.length);
    return { path, mediaType: 'application/xml', createdAt: '2026-03-02T09:00:00Z', content: () => bytes };
  });
  return { name, label: name, contentInformationType: 'citserms_v3_0', kept: await Promise.all(kept) };
}
