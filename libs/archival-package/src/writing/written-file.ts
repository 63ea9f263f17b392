import { isRegisteredMediaType } from '../vocabulary/media-types.ts';
import type { XmlAttributes } from '../xml/xml-writer.ts';
import type { PlannedFile, PlannedMetadata } from './package-plan.ts';

/** What METS has to know of a file once its bytes have gone by. */
export interface WrittenFile {
  /** Relative to the folder of the METS that speaks of it. */
  readonly path: string;
  readonly mediaType: string;
  readonly createdAt: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly format?: PlannedFile['format'];
}

export interface WrittenMetadata extends WrittenFile {
  readonly metadataType: PlannedMetadata['metadataType'];
  readonly otherType?: string;
  readonly version?: string;
}

/** What mdRef and file say alike. A media type that IANA does not know says nothing to anybody (CSIP26, CSIP68). */
export function fixity(file: WrittenFile): XmlAttributes {
  const plain = file.mediaType.split(';', 1)[0]?.trim() ?? '';
  return {
    MIMETYPE: isRegisteredMediaType(plain) ? plain : 'application/octet-stream',
    SIZE: file.bytes,
    CREATED: file.createdAt,
    CHECKSUM: file.sha256,
    CHECKSUMTYPE: 'SHA-256',
  };
}

/** `LOCTYPE` and link, each part of the path escaped (RFC 3986 §2). */
export function locator(path: string): XmlAttributes {
  const href = path.split('/').map(encodeURIComponent).join('/');
  return { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': href };
}
