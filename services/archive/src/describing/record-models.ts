import { buffer } from 'node:stream/consumers';
import { type ErmsModel, readErms, readPackage } from '@sillok/archival-package';
import { SillokError } from '@sillok/kernel';

export interface RecordModel {
  /** `representations/item-0001` */
  readonly folder: string;
  readonly model: ErmsModel;
}

const ermsPath = /^(representations\/[^/]+)\/data\/erms\.xml$/;

/** What the package says of each record (CITS ERMS), in the order of its representations. Throws `input-invalid`. */
export async function recordModelsOf(name: string, bytes: Uint8Array): Promise<readonly RecordModel[]> {
  const source = await readPackage({ name, bytes });
  try {
    const found: RecordModel[] = [];
    for (const [path, file] of [...source.files].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const folder = ermsPath.exec(path)?.[1];
      if (folder === undefined) continue;
      const model = readErms(new Uint8Array(await buffer(await file.open())));
      if (model === undefined)
        throw new SillokError('input-invalid', `no ERMS document: ${path}`, { field: 'package' });
      found.push({ folder, model });
    }
    return found;
  } finally {
    await source.close();
  }
}
