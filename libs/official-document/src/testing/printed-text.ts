import { inflateSync } from 'node:zlib';

/** A stretch of text as the file prints it; points, origin at the lower left corner. */
export interface PrintedText {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/**
 * What a paper really prints, read from the finished file and not from what was asked for: the strings of each
 * page's content stream, through the fonts' ToUnicode maps (ISO 32000-1 §9.10.3). Knows only what the renderer writes.
 */
export function printedText(pdf: Uint8Array): readonly PrintedText[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.flatMap((page, index) => piecesOf(page.head, objects).map((piece) => ({ page: index + 1, ...piece })));
}

/** The lines of a file in reading order: what follows on the same height is one line. */
export function printedLines(pdf: Uint8Array): readonly string[] {
  const lines: { text: string; last: PrintedText }[] = [];
  for (const piece of printedText(pdf)) {
    const line = lines.at(-1);
    const isSameLine = line !== undefined && line.last.page === piece.page && Math.abs(line.last.y - piece.y) < 0.5;
    if (isSameLine) Object.assign(line, { text: `${line.text}${piece.text}`, last: piece });
    else lines.push({ text: piece.text, last: piece });
  }
  return lines.map(({ text }) => text);
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Uint8Array): ReadonlyMap<string, PdfObject> {
  const bytes = Buffer.from(pdf);
  const objects = new Map<string, PdfObject>();
  for (const match of bytes.toString('latin1').matchAll(/(\d+) 0 obj([\s\S]*?)endobj/g)) {
    const [, id = '', body = ''] = match;
    const [head = ''] = body.split(/\bstream\r?\n/, 1);
    objects.set(id, { head, stream: streamOf(bytes, match.index, head) });
  }
  return objects;
}

function streamOf(bytes: Buffer, start: number, head: string): string {
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
  if (length === 0) return '';
  const offset = bytes.indexOf('stream\n', start + head.length) + 'stream\n'.length;
  const data = bytes.subarray(offset, offset + length);
  return (head.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

type Piece = Omit<PrintedText, 'page'>;

interface Pen {
  origin: readonly number[];
  offset: readonly number[];
  font: string;
  /** What the glyphs up to EMC stand for; empty once it was taken. */
  actualText?: string | undefined;
}

function piecesOf(page: string, objects: ReadonlyMap<string, PdfObject>): readonly Piece[] {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [, name = '', id = ''] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    fonts.set(name, characterMap(id, objects));
  }
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream ?? '';
  const pen: Pen = { origin: [], offset: [], font: '' };
  return operationsOf(content).flatMap((operation) => {
    movePen(pen, operation);
    if (operation.operator !== 'TJ' && operation.operator !== 'Tj') return [];
    const text = pen.actualText ?? decoded(operation.text, fonts.get(pen.font));
    if (pen.actualText !== undefined) pen.actualText = '';
    return [pieceAt(pen, text)];
  });
}

function movePen(pen: Pen, { operator, numbers, name, actualText }: Operation): void {
  if (operator === 'cm') Object.assign(pen, { origin: numbers.slice(-2), offset: [0, 0] });
  if (operator === 'Tm') pen.offset = numbers.slice(-2);
  if (operator === 'Tf') pen.font = name;
  if (operator === 'EMC') pen.actualText = undefined;
  if (operator === 'BDC' && actualText !== '') pen.actualText = utf16(actualText.slice(2));
}

function pieceAt(pen: Pen, text: string): Piece {
  const [x = 0, y = 0] = pen.origin;
  const [right = 0, down = 0] = pen.offset;
  return { x: x + right, y: y - down, text };
}

interface Operation {
  operator: string;
  numbers: number[];
  name: string;
  /** Strings are bytes, one a character. */
  text: string;
  actualText: string;
}

const unnested = String.raw`\\[\s\S]|[^\\()]`;
const nested = String.raw`${unnested}|\((?:${unnested})*\)`;
const literal = String.raw`\(((?:${unnested}|\((?:${nested})*\))*)\)`;
const token = new RegExp(String.raw`\/(\w+)|${literal}|<([0-9A-Fa-f]+)>|(-?[\d.]+)|([A-Za-z*]+)`, 'g');

function operationsOf(content: string): readonly Operation[] {
  const operations: Operation[] = [];
  let next = newOperation();
  for (const [, name, written, hex, number, operator] of content.matchAll(token)) {
    if (name !== undefined) next.name = name;
    if (number !== undefined) next.numbers.push(Number(number));
    const text = written === undefined ? Buffer.from(hex ?? '', 'hex').toString('latin1') : unescaped(written);
    next[next.name === 'ActualText' ? 'actualText' : 'text'] += text;
    if (operator === undefined) continue;
    operations.push({ ...next, operator });
    next = newOperation();
  }
  return operations;
}

function newOperation(): Operation {
  return { operator: '', numbers: [], name: '', text: '', actualText: '' };
}

function unescaped(written: string): string {
  const plain: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return written.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (plain[code] ?? code),
  );
}

function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
}

function decoded(glyphs: string, map: ReadonlyMap<number, string> | undefined): string {
  let text = '';
  for (let at = 0; at + 1 < glyphs.length; at += 2) {
    text += map?.get(glyphs.charCodeAt(at) * 256 + glyphs.charCodeAt(at + 1)) ?? '\ufffd';
  }
  return text;
}

function characterMap(fontId: string, objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<number, string> {
  const mapId = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId)?.head ?? '')?.[1] ?? '';
  const characters = new Map<number, string>();
  for (const [, glyph = '', text = ''] of (objects.get(mapId)?.stream ?? '').matchAll(
    /<([0-9A-F]{4})> <([0-9A-F]+)>\n/g,
  )) {
    characters.set(Number.parseInt(glyph, 16), utf16(Buffer.from(text, 'hex').toString('latin1')));
  }
  return characters;
}
