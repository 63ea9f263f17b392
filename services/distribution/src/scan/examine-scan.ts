import type { ScanMediaType } from '@sillok/schemas/vocabulary/scan';
import { examineJpeg } from './examine-jpeg.ts';
import { examinePdfPages } from './examine-pdf-pages.ts';
import { examinePng } from './examine-png.ts';
import { examineTiff } from './examine-tiff.ts';

export interface ScanForm {
  readonly mediaType: ScanMediaType;
  readonly pages: number;
}

interface Form {
  readonly mediaType: ScanMediaType;
  readonly magic: string;
  readonly pagesOf: (bytes: Buffer) => number | undefined;
}

const forms: readonly Form[] = [
  { mediaType: 'application/pdf', magic: '%PDF-', pagesOf: examinePdfPages },
  { mediaType: 'image/png', magic: '\x89PNG\r\n\x1a\n', pagesOf: examinePng },
  { mediaType: 'image/jpeg', magic: '\xff\xd8\xff', pagesOf: examineJpeg },
  { mediaType: 'image/tiff', magic: 'II*\0', pagesOf: examineTiff },
  { mediaType: 'image/tiff', magic: 'MM\0*', pagesOf: examineTiff },
];

/** What came out of the scanner, told by its bytes alone; undefined for anything else and for what breaks off. */
export function examineScan(scan: Uint8Array): ScanForm | undefined {
  const bytes = Buffer.from(scan.buffer, scan.byteOffset, scan.length);
  const form = forms.find(({ magic }) => bytes.toString('latin1', 0, magic.length) === magic);
  if (form === undefined || bytes.length < 16) return undefined;
  const pages = form.pagesOf(bytes);
  return pages === undefined ? undefined : { mediaType: form.mediaType, pages };
}
