import { buffer } from 'node:stream/consumers';
import { type ErmsModel, type PackageSource, readErms, readPackage } from '@sillok/archival-package';

const ermsPath = /^representations\/[^/]+\/data\/erms\.xml$/;

/** What the package says of each record (CITS ERMS), in the order of its representations; what is no ERMS is left out. */
export async function recordModelsOf(name: string, bytes: Uint8Array): Promise<readonly ErmsModel[]> {
  const source = await readPackage({ name, bytes });
  try {
    const models: ErmsModel[] = [];
    for (const path of ermsPathsOf(source)) {
      const model = readErms(await bytesOf(source, path));
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
    const erms = await bytesOf(source, path);
    // Reading XML is dear, and anybody may ask.
    if (!Buffer.from(erms).includes(documentId)) continue;
    const isOfRecord = readErms(erms)?.records.some(({ id }) => id === documentId);
    if (isOfRecord) return path.slice(0, -'/data/erms.xml'.length);
  }
  return undefined;
}

function ermsPathsOf({ files }: PackageSource): readonly string[] {
  return [...files.keys()].filter((path) => ermsPath.test(path)).sort();
}

export async function bytesOf({ files }: PackageSource, path: string): Promise<Uint8Array> {
  const file = files.get(path);
  return file === undefined ? new Uint8Array() : new Uint8Array(await buffer(await file.open()));
}
