import { createHash } from 'node:crypto';
import { addObject, appendRevision, draftRevision, type RevisionDraft } from './append-revision.ts';
import { appearances } from './declare-fields.ts';
import { emptyField, fieldSize } from './form-fields.ts';
import { type AppearanceSource, appearanceImporter } from './import-appearance.ts';
import { malformed } from './malformed.ts';
import { pdfDate } from './pdf-date.ts';
import { lastView, type PdfFile } from './pdf-file.ts';
import { array, dict, hexString, name, type PdfDict, type PdfValue, reference, withEntries } from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';
import { textString } from './text-string.ts';

export interface SealOrder {
  readonly field: string;
  readonly appearance?: AppearanceSource;
  /** The claimed time (RFC 3339, UTC): it stands in /M, never in the CMS (EN 319 142-1 §5.3). */
  readonly signedAt: string;
  readonly reason?: string;
  readonly name?: string;
  /** Room for the CMS in bytes; by default 16384, enough for a chain and a timestamp. */
  readonly reserveBytes?: number;
}

/** A file that only lacks its CMS. `digest` is SHA-256 over the two ranges of `byteRange`. */
export interface PreparedSeal {
  readonly bytes: Uint8Array;
  readonly byteRange: readonly [0, number, number, number];
  readonly digest: Uint8Array;
}

/** What is signed: the file around the place of its CMS, in order. */
export function signedRanges({ bytes, byteRange }: Pick<PreparedSeal, 'bytes' | 'byteRange'>): readonly Uint8Array[] {
  const [start, before, after, rest] = byteRange;
  return [bytes.subarray(start, start + before), bytes.subarray(after, after + rest)];
}

export const defaultReserve = 16_384;
const rangeRoom = 40;

/**
 * Appends the revision of a PAdES signature (EN 319 142-1 §5.4) in a declared, empty signature field. What is signed
 * is `digest`; `embedSignature` puts the CMS in. Throws PDF_MALFORMED for a field that is unknown or signed.
 */
export function prepareSeal(pdf: Uint8Array, order: SealOrder): PreparedSeal {
  const file = readPdf(pdf);
  const view = lastView(file);
  const field = emptyField(view, order.field, 'signature');
  const draft = draftRevision(file);
  const { width, height } = fieldSize(field);
  const shown =
    order.appearance === undefined
      ? undefined
      : appearances(appearanceImporter(draft)(order.appearance, width, height));
  const signature = addObject(draft, sealDictionary(order));
  draft.objects.set(field.number, withEntries(field.dict, { V: reference(signature), ...(shown && { AP: shown }) }));
  return withByteRange(file, draft);
}

function sealDictionary(order: SealOrder): PdfDict {
  return dict({
    ...signatureKeys('Sig', 'ETSI.CAdES.detached', order.reserveBytes),
    M: hexFree(pdfDate(order.signedAt)),
    Name: order.name === undefined ? undefined : textString(order.name),
    Reason: order.reason === undefined ? undefined : textString(order.reason),
  });
}

/** The keys that every signature dictionary has, with room for its contents and its byte range. */
export function signatureKeys(type: string, subFilter: string, reserve = defaultReserve): Record<string, PdfValue> {
  return {
    Type: name(type),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name(subFilter),
    ByteRange: array([{ type: 'number', text: `0${' '.repeat(rangeRoom)}` }]),
    Contents: hexString(new Uint8Array(reserve)),
  };
}

function hexFree(text: string): PdfValue {
  return { type: 'string', bytes: Buffer.from(text, 'latin1'), hex: false, start: 0, end: 0 };
}

/** Appends the draft, which holds one signature dictionary, and sets its byte range around its contents. */
export function withByteRange(file: PdfFile, draft: RevisionDraft): PreparedSeal {
  const bytes = appendRevision(file, draft);
  // Every other string of the dictionary is hexadecimal or a date, so these marks cannot stand anywhere else.
  const contents = bytes.indexOf('/Contents <', file.bytes.length) + '/Contents '.length;
  const range = bytes.indexOf('/ByteRange [', file.bytes.length) + '/ByteRange ['.length;
  const after = bytes.indexOf('>', contents) + 1;
  const byteRange = [0, contents, after, bytes.length - after] as const;
  const text = byteRange.join(' ');
  if (text.length > rangeRoom) throw malformed('the file is too large to sign');
  bytes.write(text.padEnd(rangeRoom + 1, ' '), range, 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, contents)).update(bytes.subarray(after)).digest();
  return { bytes, byteRange, digest };
}
