import { type Cursor, skipWhite, spend, take } from './cursor.ts';
import { malformed } from './malformed.ts';
import { parseHexString, parseLiteralString } from './parse-string.ts';
import { nothing, type PdfDict, type PdfValue } from './pdf-value.ts';

const deepest = 48;
const nameToken = /\/([^\0\t\n\f\r ()<>[\]{}/%]{0,512})/y;
const referenceToken = /(\d{1,8})[\t\n\f\r ]{1,4}0[\t\n\f\r ]{1,4}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const numberToken = /([+-]?(?:\d{1,12}(?:\.\d{0,16})?|\.\d{1,16}))(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const wordToken = /(true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

/** One value of ISO 32000-1 §7.3, without comments and without a key given twice. Throws PDF_MALFORMED. */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > deepest) throw malformed('values nested too deeply', cursor.at);
  spend(cursor);
  skipWhite(cursor);
  switch (cursor.text[cursor.at]) {
    case '/':
      return { type: 'name', name: parseName(cursor) };
    case '(':
      return parseLiteralString(cursor);
    case '[':
      return parseArray(cursor, depth);
    case '<':
      return cursor.text[cursor.at + 1] === '<' ? parseDict(cursor, depth) : parseHexString(cursor);
    default:
      return parsePlain(cursor);
  }
}

function parsePlain(cursor: Cursor): PdfValue {
  const target = take(cursor, referenceToken)?.[1];
  if (target !== undefined) return { type: 'reference', number: Number(target) };
  const number = take(cursor, numberToken)?.[1];
  if (number !== undefined) return { type: 'number', text: number };
  const word = take(cursor, wordToken)?.[1];
  if (word === undefined) throw malformed('a token that is no value', cursor.at);
  return word === 'null' ? nothing : { type: 'boolean', value: word === 'true' };
}

function parseName(cursor: Cursor): string {
  const raw = take(cursor, nameToken)?.[1];
  if (raw === undefined) throw malformed('a name', cursor.at);
  if (!/^(?:[^#]|#[0-9A-Fa-f]{2})*$/.test(raw)) throw malformed('a name with a broken escape', cursor.at);
  return raw.replace(/#(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function parseArray(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipWhite(cursor);
    if (cursor.text[cursor.at] === ']') break;
    items.push(parseValue(cursor, depth + 1));
  }
  cursor.at += 1;
  return { type: 'array', items };
}

export function parseDict(cursor: Cursor, depth = 0): PdfDict {
  if (!cursor.text.startsWith('<<', cursor.at)) throw malformed('a dictionary was expected', cursor.at);
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipWhite(cursor);
    if (cursor.text.startsWith('>>', cursor.at)) break;
    const key = parseName(cursor);
    if (entries.has(key)) throw malformed(`the key ${key} stands twice in one dictionary`, cursor.at);
    entries.set(key, parseValue(cursor, depth + 1));
  }
  cursor.at += 2;
  return { type: 'dict', entries };
}
