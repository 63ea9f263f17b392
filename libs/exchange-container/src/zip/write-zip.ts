import { ZipWriter } from '@sillok/zip';
import type { ContainerEntry } from '../container-file.ts';

/** One byte string for the same entries and instant. */
export async function writeZip(entries: readonly ContainerEntry[], modifiedAt: string): Promise<Uint8Array> {
  const zip = new ZipWriter(modifiedAt);
  for (const { name, bytes } of entries) zip.add(name, bytes);
  return zip.end();
}
