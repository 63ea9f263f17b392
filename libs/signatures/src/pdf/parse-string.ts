import type { Cursor } from './cursor.ts';
import { malformed } from './malformed.ts';
import type { PdfString } from './pdf-value.ts';

const hexDigits = /[0-9A-Fa-f\0\t\n\f\r ]*/y;
const plainRun = /[^()\\\r]+/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `<48656c6c6f>` (ISO 32000-1 §7.3.4.3). An odd digit count is refused, as PDF/A does (ISO 19005-2 §6.1.6). */
export function parseHexString(cursor: Cursor): PdfString {
  const start = cursor.at;
  hexDigits.lastIndex = start + 1;
  const digits = hexDigits.exec(cursor.text)?.[0] ?? '';
  const end = start + 1 + digits.length;
  if (cursor.text[end] !== '>') throw malformed('a hexadecimal string that does not end', start);
  const packed = digits.replace(/[^0-9A-Fa-f]/g, '');
  if (packed.length % 2 === 1) throw malformed('a hexadecimal string with an odd number of digits', start);
  cursor.at = end + 1;
  return { type: 'string', bytes: Buffer.from(packed, 'hex'), hex: true, start, end: end + 1 };
}

/** `(text)` with nested parentheses and escapes (ISO 32000-1 §7.3.4.2). */
export function parseLiteralString(cursor: Cursor): PdfString {
  const start = cursor.at;
  const parts: string[] = [];
  let open = 1;
  cursor.at += 1;
  while (open > 0) {
    const character = cursor.text[cursor.at];
    if (character === undefined) throw malformed('a string that does not end', start);
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open > 0) parts.push(nextPart(cursor, character));
    else cursor.at += 1;
  }
  return { type: 'string', bytes: Buffer.from(parts.join(''), 'latin1'), hex: false, start, end: cursor.at };
}

function nextPart(cursor: Cursor, character: string): string {
  if (character === '\\') return escaped(cursor);
  if (character === '\r') {
    cursor.at += cursor.text[cursor.at + 1] === '\n' ? 2 : 1;
    return '\n';
  }
  plainRun.lastIndex = cursor.at;
  const run = plainRun.exec(cursor.text)?.[0] ?? character;
  cursor.at += run.length;
  return run;
}

function escaped(cursor: Cursor): string {
  const octal = /^[0-7]{1,3}/.exec(cursor.text.slice(cursor.at + 1, cursor.at + 4))?.[0];
  if (octal !== undefined) {
    cursor.at += 1 + octal.length;
    return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  }
  const next = cursor.text[cursor.at + 1] ?? '';
  if (next === '\r' || next === '\n') {
    cursor.at += next === '\r' && cursor.text[cursor.at + 2] === '\n' ? 3 : 2;
    return '';
  }
  cursor.at += 2;
  return escapes[next] ?? next;
}
