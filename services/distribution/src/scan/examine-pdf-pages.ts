import { inflateSync } from 'node:zlib';

const most = { streams: 5_000, inflated: 64 * 1024 * 1024 } as const;
/** Every quantifier is bounded, so that a hostile file takes no longer to look through than any other. */
const objectOrPage = /(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b|\/Type\s{0,8}\/Page(?![A-Za-z])/g;

/**
 * How many pages a scanner's PDF (ISO 32000-1) has. Scanners write what our own reader refuses (streams of objects,
 * cross-reference streams), so only this is asked: a header at the start, an end at the end, nothing encrypted, and at
 * least one page. A page that a later save rewrote counts once.
 */
export function examinePdfPages(bytes: Buffer): number | undefined {
  const text = bytes.toString('latin1');
  const tail = text.slice(-1_024);
  if (!tail.includes('%%EOF') || !/startxref\s{1,8}\d{1,12}/.test(tail)) return undefined;
  if (/\/Encrypt\s{1,8}\d{1,10}\s{1,4}\d{1,5}\s{1,4}R/.test(text)) return undefined;
  const pages = pagesIn(text) + objectStreamsIn(bytes, text).reduce((sum, one) => sum + countOf(one), 0);
  return pages > 0 ? pages : undefined;
}

function pagesIn(text: string): number {
  const pages = new Set<string>();
  let current = '';
  for (const match of text.matchAll(objectOrPage)) {
    if (match[1] === undefined) pages.add(current);
    else current = match[1];
  }
  return pages.size;
}

function countOf(text: string): number {
  return [...text.matchAll(/\/Type\s{0,8}\/Page(?![A-Za-z])/g)].length;
}

function objectStreamsIn(bytes: Buffer, text: string): readonly string[] {
  const found: string[] = [];
  let left: number = most.inflated;
  for (
    let at = text.indexOf('/ObjStm');
    at !== -1 && found.length < most.streams;
    at = text.indexOf('/ObjStm', at + 7)
  ) {
    const opening = /stream\r?\n/.exec(text.slice(at, at + 1_024));
    if (opening === null || left <= 0) continue;
    const inflated = inflate(bytes.subarray(at + opening.index + opening[0].length), left);
    left -= inflated.length;
    found.push(inflated);
  }
  return found;
}

/** Zlib tells by itself where the stream ends; what isn't one holds no page. */
function inflate(bytes: Uint8Array, limit: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength: limit }).toString('latin1');
  } catch {
    return '';
  }
}
