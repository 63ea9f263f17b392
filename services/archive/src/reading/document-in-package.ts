import { readPackage } from '@sillok/archival-package';
import { bytesOf, folderOfRecord } from '../describing/record-models.ts';

export interface DocumentFile {
  readonly content: Uint8Array;
  readonly mediaType: string;
  /** `pdf` */
  readonly ending: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  tif: 'image/tiff',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** The document of a record as it lies in its package: the copy that was kept, or the scan of a paper. */
export async function documentInPackage(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  documentId: string,
): Promise<DocumentFile | undefined> {
  const source = await readPackage({ name, bytes });
  try {
    const folder = await folderOfRecord(source, documentId);
    const isDocument = /^data\/(document\.pdf|scan\.[a-z]+)$/;
    const path = [...source.files.keys()].find(
      (one) => folder !== undefined && one.startsWith(`${folder}/`) && isDocument.test(one.slice(folder.length + 1)),
    );
    if (path === undefined) return undefined;
    const ending = path.slice(path.lastIndexOf('.') + 1);
    return {
      content: await bytesOf(source, path),
      mediaType: mediaTypes[ending] ?? 'application/octet-stream',
      ending,
    };
  } finally {
    await source.close();
  }
}
