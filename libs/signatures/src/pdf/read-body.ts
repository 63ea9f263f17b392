import { type Cursor, skipWhite, take } from './cursor.ts';
import { malformed, unsupported } from './malformed.ts';
import { parseValue } from './parse-value.ts';
import type { PdfObject } from './pdf-file.ts';
import { nameUnder } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import type { XrefSection } from './read-xref.ts';
import { type LengthSource, streamLength } from './stream-length.ts';

/** The file and where this revision starts; `earlier` finds objects of the revisions before. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly from: number;
  readonly budget: Cursor['budget'];
  readonly earlier: (number: number) => PdfValue | undefined;
}

const objectHead = /(\d{1,8}) 0 obj(?=[\t\n\r <([/])/y;
const streamWord = /[\t\n\r ]{0,4}stream(?:\r\n|\n)/y;
const streamEnd = /(?:\r\n|\n|\r)endstream(?=[\t\n\r ])/y;
const objectEnd = /[\t\n\r ]{0,8}endobj(?=[\t\n\r ])/y;

/**
 * The objects of one revision. They must lie one behind the other, with nothing but white space between, and all of
 * them must be listed: so no object can hide from the table, and none can be read in two ways.
 */
export function readBody(body: Body, section: XrefSection): PdfObject[] {
  const cursor: Cursor = { text: body.text, at: body.from, budget: body.budget };
  const lengths = { text: body.text, offsets: section.offsets, earlier: body.earlier };
  const rows = [...section.offsets].sort(([, left], [, right]) => left - right);
  const objects = rows.map(([number, offset]) => {
    skipWhite(cursor);
    if (cursor.at !== offset)
      throw malformed(`object ${number} is not where the table says, or bytes are left over`, offset);
    return readObject(cursor, body.bytes, number, lengths);
  });
  skipWhite(cursor);
  if (cursor.at !== section.at) throw malformed('bytes that no object owns', cursor.at);
  return objects;
}

function readObject(cursor: Cursor, bytes: Uint8Array, number: number, lengths: LengthSource): PdfObject {
  const start = cursor.at;
  if (Number(take(cursor, objectHead)?.[1]) !== number) throw malformed(`no object ${number} here`, start);
  const plain = parseValue(cursor);
  if (plain.type === 'reference') throw malformed(`object ${number} is a reference to another`, start);
  const value = plain.type === 'dict' ? withData(cursor, bytes, plain, lengths) : plain;
  if (take(cursor, objectEnd) === undefined) throw malformed(`object ${number} does not end`, cursor.at);
  return { number, value, start, end: cursor.at };
}

function withData(cursor: Cursor, bytes: Uint8Array, dict: PdfDict, lengths: LengthSource): PdfValue {
  if (take(cursor, streamWord) === undefined) return dict;
  const type = nameUnder(dict, 'Type');
  if (type === 'ObjStm' || type === 'XRef') throw unsupported('streams of objects', cursor.at);
  if (dict.entries.has('F')) throw unsupported('streams kept in another file', cursor.at);
  const length = streamLength(dict, lengths, cursor.at);
  const data = bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  if (take(cursor, streamEnd) === undefined) throw malformed('a stream longer or shorter than it says', cursor.at);
  return { type: 'stream', dict, data };
}
