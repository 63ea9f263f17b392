import { take } from './cursor.ts';
import { unsupported } from './malformed.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';

/** Where a length that stands in an object of its own may be found while the body is still being read. */
export interface LengthSource {
  readonly text: string;
  readonly offsets: ReadonlyMap<number, number>;
  readonly earlier: (number: number) => PdfValue | undefined;
}

const numberObject = /\d{1,8} 0 obj[\t\n\r ]{1,4}(\d{1,10})[\t\n\r ]{1,4}endobj/y;

/**
 * The length of a stream in bytes. An indirect one counts as of its own revision; who redefines it later redefines an
 * object, which no rule allows.
 */
export function streamLength(dict: PdfDict, source: LengthSource, at: number): number {
  const value = dict.entries.get('Length');
  const text = value?.type === 'reference' ? indirect(value.number, source) : plain(value);
  if (text === undefined) throw unsupported('streams without a plain length', at);
  return Number(text);
}

function plain(value: PdfValue | undefined): string | undefined {
  return value?.type === 'number' && /^\d{1,10}$/.test(value.text) ? value.text : undefined;
}

function indirect(number: number, source: LengthSource): string | undefined {
  const offset = source.offsets.get(number);
  if (offset === undefined) return plain(source.earlier(number));
  return take({ text: source.text, at: offset }, numberObject)?.[1];
}
