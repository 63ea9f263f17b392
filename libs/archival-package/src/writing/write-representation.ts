import { profileToWrite } from '../rules/package-profile.ts';
import { bytesOfPieces } from './bytes-of-pieces.ts';
import { isKept } from './check-plan.ts';
import { contentCategory } from './content-category.ts';
import type { MetsDocument } from './mets-document.ts';
import type { KeptRepresentation, PackagePlan, PlannedRepresentation } from './package-plan.ts';
import type { PackageWriting } from './package-writing.ts';
import { writeMets } from './write-mets.ts';
import type { WrittenFile } from './written-file.ts';

/** Writes one representation; answers its METS as the root METS speaks of it. */
export async function writeRepresentation(
  plan: PackagePlan,
  representation: PlannedRepresentation | KeptRepresentation,
  writing: PackageWriting,
): Promise<WrittenFile> {
  const folder = `representations/${representation.name}/`;
  if (isKept(representation)) {
    const written = await writing.putAll(folder, representation.kept);
    const mets = written.find(({ path }) => path === 'METS.xml');
    if (mets === undefined) throw new RangeError(`${representation.name} is kept without METS.xml`);
    return { ...mets, path: `${folder}METS.xml` };
  }
  const document = await representationMets(plan, representation, writing);
  const mets = {
    path: 'METS.xml',
    mediaType: 'application/xml',
    createdAt: plan.createdAt,
    format: { name: 'Extensible Markup Language', version: '1.0', key: 'fmt/101' },
    content: () => bytesOfPieces(writeMets(document)),
  };
  return { ...(await writing.put(folder, mets)), path: `${folder}METS.xml` };
}

async function representationMets(
  plan: PackagePlan,
  representation: PlannedRepresentation,
  writing: PackageWriting,
): Promise<MetsDocument> {
  const { name, label, contentInformationType } = representation;
  const folder = `representations/${name}/`;
  const descriptive = await writing.putAll(folder, representation.descriptive);
  const preservation = await writing.putAll(folder, representation.preservation);
  const other = await writing.putAll(folder, representation.other);
  const files = await writing.putAll(folder, representation.data);
  return {
    ...{ objId: name, label, profile: profileToWrite(plan.kind), type: contentCategory([contentInformationType]) },
    contentInformationType,
    packageType: plan.kind,
    createdAt: plan.createdAt,
    recordStatus: plan.recordStatus,
    software: plan.software,
    agents: [],
    recordIds: [],
    idPrefix: idPrefixOf(name, plan.representations.indexOf(representation)),
    descriptive,
    administrative: [...preservation, ...other],
    groups: [
      {
        id: 'data',
        use: 'Data',
        contentInformationType,
        files,
        divisionLabel: 'Data',
      },
    ],
  };
}

/** Ids are NCNames: no digit first, and no letters that a reader has to look up. */
function idPrefixOf(name: string, index: number): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : `representation-${index + 1}`;
}
