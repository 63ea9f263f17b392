import { createHash } from 'node:crypto';
import { type FormField, fieldsOf } from './form-fields.ts';
import { instantOf } from './pdf-date.ts';
import { lastView, lookUp, type PdfFile } from './pdf-file.ts';
import type { PdfDict, PdfString, PdfValue } from './pdf-value.ts';
import { signatureKind } from './signature-rule.ts';
import { readTextString } from './text-string.ts';

/** A signature as it stands in the file, before any question is asked. */
export interface FoundSignature {
  readonly field: string;
  readonly kind: 'seal' | 'timestamp' | 'unknown';
  readonly dict: PdfDict;
  /** The token of /Contents; undefined where it is no hexadecimal string. */
  readonly contents: PdfString | undefined;
  /** Undefined where /ByteRange is not four whole numbers. */
  readonly byteRange: readonly [number, number, number, number] | undefined;
  /** Index of the revision that brought the dictionary. */
  readonly revision: number;
}

/** The signatures of the form's fields in the order of their revisions. Throws PDF_MALFORMED. */
export function findSignatures(file: PdfFile): FoundSignature[] {
  const fields = fieldsOf(lastView(file)).filter((field) => field.kind === 'signature');
  const found = fields.flatMap((field) => signatureIn(file, field));
  return found.sort((left, right) => left.revision - right.revision);
}

function signatureIn(file: PdfFile, field: FormField): FoundSignature[] {
  const value = field.dict.entries.get('V');
  if (value?.type !== 'reference') return [];
  const dict = lookUp(lastView(file), value.number)?.value;
  if (dict?.type !== 'dict') return [];
  const contents = dict.entries.get('Contents');
  const revision = file.revisions.findLastIndex((one) => one.objects.has(value.number));
  return [
    {
      field: field.name,
      kind: signatureKind(dict) ?? 'unknown',
      dict,
      contents: contents?.type === 'string' && contents.hex ? contents : undefined,
      byteRange: byteRangeOf(dict),
      revision,
    },
  ];
}

function byteRangeOf(dict: PdfDict): FoundSignature['byteRange'] {
  const value = dict.entries.get('ByteRange');
  const numbers = value?.type === 'array' ? value.items.map(wholeNumber) : [];
  const [from, first, second, length, more] = numbers;
  if (from === undefined || first === undefined || second === undefined || length === undefined) return undefined;
  return more === undefined && numbers.length === 4 ? [from, first, second, length] : undefined;
}

function wholeNumber(value: PdfValue): number | undefined {
  return value.type === 'number' && /^\d{1,12}$/.test(value.text) ? Number(value.text) : undefined;
}

/** SHA-256 over the two ranges, as far as the file has them. */
export function signedDigest(bytes: Uint8Array, range: readonly [number, number, number, number]): Uint8Array {
  const [from, first, second, length] = range;
  return createHash('sha256')
    .update(bytes.subarray(from, from + first))
    .update(bytes.subarray(second, second + length))
    .digest();
}

/** The CMS without the zeros behind it; undefined where the bytes do not start with a whole value in DER. */
export function cmsIn(contents: Uint8Array): Uint8Array | undefined {
  const first = contents[1];
  if (contents[0] !== 0x30 || first === undefined) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 4) return undefined;
  const length = count === 0 ? first : contents.subarray(2, 2 + count).reduce((sum, octet) => sum * 256 + octet, 0);
  const end = 2 + count + length;
  return end <= contents.length ? contents.subarray(0, end) : undefined;
}

/** The claimed time in /M, as an instant. */
export function claimedTime(dict: PdfDict): string | undefined {
  const date = dict.entries.get('M');
  return date?.type === 'string' ? instantOf(readTextString(date)) : undefined;
}
