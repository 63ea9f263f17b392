import { type PackageInput, type PackageSource, readMetsReferences, readPackage } from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import { hasCode, SillokError } from '@sillok/kernel';
import { folderOfRecord } from '../describing/record-models.ts';
import { bytesAt } from '../intake/read-bytes.ts';

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

/**
 * The document of a record as it lies in its package: the copy that was kept, or the scan of a paper; undefined where a
 * record has neither. Nothing is handed out that is not what the package says it is: throws OBJECT_DAMAGED.
 */
export async function documentInPackage(input: PackageInput, documentId: string): Promise<DocumentFile | undefined> {
  const source = await opened(input, documentId);
  try {
    const folder = await folderOfRecord(source, documentId);
    const mets = folder === undefined ? undefined : await bytesAt(source, `${folder}/METS.xml`);
    const said = mets && readMetsReferences(mets);
    if (said === undefined) throw damaged(documentId);
    const found = said.find(({ path }) => isDocument.test(path));
    if (found === undefined) return undefined;
    const content = await wholeAt(source, `${folder}/${found.path}`, found.sha256);
    if (content === undefined) throw damaged(documentId);
    const ending = found.path.slice(found.path.lastIndexOf('.') + 1);
    return { content, mediaType: mediaTypes[ending] ?? 'application/octet-stream', ending };
  } finally {
    await source.close();
  }
}

async function opened(input: PackageInput, documentId: string): Promise<PackageSource> {
  try {
    return await readPackage(input);
  } catch (error) {
    throw hasCode(error, 'input-invalid') ? damaged(documentId) : error;
  }
}

const isDocument = /^data\/(document\.pdf|scan\.[a-z]+)$/;

async function wholeAt(source: PackageSource, path: string, sha256: string | undefined) {
  const bytes = await bytesAt(source, path);
  return bytes !== undefined && sha256Hex(bytes) === sha256 ? bytes : undefined;
}

function damaged(documentId: string): SillokError {
  return new SillokError('OBJECT_DAMAGED', 'the package does not hold what it says', { details: { documentId } });
}
