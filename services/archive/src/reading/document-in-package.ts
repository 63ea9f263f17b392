import { buffer } from 'node:stream/consumers';
import { readPackage } from '@sillok/archival-package';
import { recordModelsOf } from '../describing/record-models.ts';

export interface DocumentFile {
  readonly content: Uint8Array;
  readonly mediaType: string;
  /** `pdf` */
  readonly ending: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** The document of a record as it lies in its package: the copy that was kept, or the scan of a paper. */
export async function documentInPackage(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  documentId: string,
): Promise<DocumentFile | undefined> {
  const models = await recordModelsOf(name, bytes);
  const holds = models.find(({ model }) => model.records.some(({ id }) => id === documentId));
  if (holds === undefined) return undefined;
  const source = await readPackage({ name, bytes });
  try {
    const paths = [...source.files.keys()].filter((path) => path.startsWith(`${holds.folder}/data/`)).sort();
    const isDocument = (path: string) => /\/data\/(document\.pdf|scan\.[a-z]+)$/.test(path);
    const path = paths.find(isDocument);
    const file = path === undefined ? undefined : source.files.get(path);
    if (path === undefined || file === undefined) return undefined;
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const content = new Uint8Array(await buffer(await file.open()));
    return { content, mediaType: mediaTypes[ending] ?? 'application/octet-stream', ending };
  } finally {
    await source.close();
  }
}
