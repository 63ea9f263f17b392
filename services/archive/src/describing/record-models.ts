import { type ErmsModel, type PackageInput, type PackageSource, readErms, readPackage } from '@sillok/archival-package';
import { bytesAt } from '../intake/read-bytes.ts';

const ermsPath = /^representations\/[^/]+\/data\/erms\.xml$/;

/** What the package says of each record (CITS ERMS), in the order of its representations; what is no ERMS is left out. */
export async function recordModelsOf(input: PackageInput): Promise<readonly ErmsModel[]> {
  const source = await readPackage(input);
  try {
    const models: ErmsModel[] = [];
    for (const path of ermsPathsOf(source)) {
      const model = readErms((await bytesAt(source, path)) ?? new Uint8Array());
      if (model !== undefined) models.push(model);
    }
    return models;
  } finally {
    await source.close();
  }
}

/** Where in a package the record lies: `representations/item-0001`. */
export async function folderOfRecord(source: PackageSource, documentId: string): Promise<string | undefined> {
  for (const path of ermsPathsOf(source)) {
    const erms = await bytesAt(source, path);
    // Reading XML is dear, and anybody may ask.
    if (erms === undefined || !Buffer.from(erms).includes(documentId)) continue;
    const isOfRecord = readErms(erms)?.records.some(({ id }) => id === documentId);
    if (isOfRecord) return path.slice(0, -'/data/erms.xml'.length);
  }
  return undefined;
}

function ermsPathsOf({ files }: PackageSource): readonly string[] {
  return [...files.keys()].filter((path) => ermsPath.test(path)).sort();
}
