import type { FileFormat, Recognised } from './file-format.ts';
import { recogniseBinary } from './recognise-binary.ts';
import { recogniseImage } from './recognise-image.ts';
import { recognisePdf } from './recognise-pdf.ts';
import { recogniseText } from './recognise-text.ts';
import { recogniseZip } from './recognise-zip.ts';

export interface IdentifiedFile {
  /** Absent where no signature fits, and for a file without bytes. */
  readonly format?: FileFormat;
  readonly isEmpty: boolean;
  /** Nobody without a password can read it: an encrypted PDF, zip, OOXML, ODF. */
  readonly isEncrypted: boolean;
  /** Whether the ending of the name tells of the same format; a name may have none. */
  readonly ending: 'fits' | 'missing' | 'other';
}

/** Endings of formats that are told by their bytes: with other bytes under it, such a name misleads. */
const telling = new Set(
  'pdf png jpg jpeg tif tiff gif zip docx xlsx pptx doc xls ppt odt ods odp odg hwp hwpx asice p7s xml json svg'.split(
    ' ',
  ),
);

/**
 * What a file is, by its bytes as PRONOM's signatures tell formats apart, not by its name; only CSV is told from plain
 * text by the name. The whole content is needed: a zip has its directory at the end, a PDF its claim anywhere.
 */
export function identifyFormat(name: string, bytes: Uint8Array): IdentifiedFile {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ending = /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = content.length === 0 ? undefined : recognise(content, ending);
  return {
    ...(found === undefined ? {} : { format: found.format }),
    isEmpty: content.length === 0,
    isEncrypted: found?.isEncrypted === true,
    ending: ending === '' ? 'missing' : fits(ending, found, content.length) ? 'fits' : 'other',
  };
}

function recognise(content: Buffer, ending: string): Recognised | undefined {
  // A PDF may begin after other bytes (ISO 32000-2 Annex I); one that lies packed in a zip is not what the file is.
  const packed = content.toString('latin1', 0, 2) === 'PK' ? recogniseZip(content) : undefined;
  return (
    packed ??
    recognisePdf(content) ??
    recogniseImage(content) ??
    recogniseZip(content) ??
    recogniseBinary(content) ??
    recogniseText(content, ending)
  );
}

function fits(ending: string, found: Recognised | undefined, size: number): boolean {
  if (size === 0) return true;
  if (found === undefined || found.endings.length === 0) return !telling.has(ending);
  return found.endings.includes(ending);
}
