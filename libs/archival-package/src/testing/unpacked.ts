import { buffer } from 'node:stream/consumers';
import { readPackage } from '../reading/read-package.ts';

/** All files of a zip by their path inside the root folder, in the order of the zip. */
export async function unpacked(zip: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const source = await readPackage({ name: 'package.zip', bytes: zip });
  const files = new Map<string, Buffer>();
  for (const [path, file] of source.files) files.set(path, await buffer(await file.open()));
  await source.close();
  return files;
}
