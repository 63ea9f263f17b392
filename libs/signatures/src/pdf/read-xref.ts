import { type Cursor, spend, take } from './cursor.ts';
import { malformed, unsupported } from './malformed.ts';
import { parseDict } from './parse-value.ts';
import type { PdfDict } from './pdf-value.ts';

/** One classic cross-reference section (ISO 32000-1 §7.5.4) with its trailer. `offsets` is by object number. */
export interface XrefSection {
  readonly at: number;
  readonly end: number;
  readonly offsets: ReadonlyMap<number, number>;
  readonly freed: readonly number[];
  readonly trailer: PdfDict;
}

interface Rows {
  readonly offsets: Map<number, number>;
  readonly freed: number[];
  readonly seen: Set<number>;
}

const streamHead = /\d{1,8} \d{1,5} obj\b/y;
const keyword = /xref(?:\r\n|\n|\r)/y;
const subsection = /(\d{1,8}) (\d{1,8}) ?(?:\r\n|\n|\r)/y;
const row = /(\d{10}) (\d{5}) ([nf])(?: \n|\r\n| \r)/y;
const trailerWord = /trailer[\t\n\r ]{0,8}/y;
const ending = /[\t\n\r ]{1,8}startxref[\t ]{0,2}(?:\r\n|\n|\r)(\d{1,12})[\t ]{0,2}(?:\r\n|\n|\r)%%EOF/y;
const trailerKeysNotRead: Readonly<Record<string, string>> = { XRefStm: 'hybrid files', Encrypt: 'encrypted files' };

/** Reads the section at this offset up to and with its `%%EOF`. Throws PDF_MALFORMED. */
export function readXref(text: string, at: number, budget: Cursor['budget']): XrefSection {
  const cursor: Cursor = { text, at, budget };
  if (take(cursor, streamHead) !== undefined) throw unsupported('cross-reference streams', at);
  if (take(cursor, keyword) === undefined) throw malformed('no cross-reference table', at);
  const rows: Rows = { offsets: new Map(), freed: [], seen: new Set() };
  for (let head = take(cursor, subsection); head !== undefined; head = take(cursor, subsection)) {
    readRows(cursor, Number(head[1]), Number(head[2]), rows);
  }
  if (take(cursor, trailerWord) === undefined) throw malformed('no trailer behind the table', cursor.at);
  const trailer = parseDict(cursor);
  assertTrailer(trailer, cursor.at);
  const pointer = take(cursor, ending)?.[1];
  if (Number(pointer) !== at) throw malformed('startxref and %%EOF do not follow, or name another table', cursor.at);
  return { at, end: cursor.at, offsets: rows.offsets, freed: rows.freed, trailer };
}

function readRows(cursor: Cursor, first: number, count: number, rows: Rows): void {
  for (let number = first; number < first + count; number += 1) {
    const at = cursor.at;
    spend(cursor);
    const [, offset, generation, kind] = take(cursor, row) ?? [];
    if (offset === undefined) throw malformed('a row of the table', at);
    if (rows.seen.size === rows.seen.add(number).size) throw malformed(`object ${number} is listed twice`, at);
    if (kind === 'f') rows.freed.push(number);
    else if (generation === '00000' && number > 0) rows.offsets.set(number, Number(offset));
    else throw malformed('a generation above 0', at);
  }
}

function assertTrailer(trailer: PdfDict, at: number): void {
  for (const key of trailer.entries.keys()) {
    const what = trailerKeysNotRead[key];
    if (what !== undefined) throw unsupported(what, at);
  }
}

/** The offset that the last `startxref` names; at most one end of line may follow the last `%%EOF`. */
export function lastXrefOffset(text: string): number {
  const tail = text.slice(-64);
  const found = /startxref[\t ]{0,2}(?:\r\n|\n|\r)(\d{1,12})[\t ]{0,2}(?:\r\n|\n|\r)%%EOF(?:\r\n|\n|\r)?$/.exec(tail);
  if (found === null) throw malformed('the file does not end with startxref and %%EOF', text.length);
  return Number(found[1]);
}
