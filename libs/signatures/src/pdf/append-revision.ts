import { createHash } from 'node:crypto';
import { malformed } from './malformed.ts';
import { integerUnder, lastView, type PdfFile, trailerOf } from './pdf-file.ts';
import { array, hexString, integer, type PdfDict, type PdfValue, withEntries } from './pdf-value.ts';
import { writeValue } from './write-value.ts';

/** What a revision will hold, by object number, and the next number that is free. */
export interface RevisionDraft {
  readonly objects: Map<number, PdfValue>;
  nextNumber: number;
}

export function draftRevision(file: PdfFile): RevisionDraft {
  const size = integerUnder(trailerOf(lastView(file)), 'Size');
  if (size === undefined) throw malformed('the trailer has no /Size');
  return { objects: new Map(), nextNumber: size };
}

export function addObject(draft: RevisionDraft, value: PdfValue): number {
  const number = draft.nextNumber;
  draft.nextNumber += 1;
  draft.objects.set(number, value);
  return number;
}

/**
 * The file with one revision appended (ISO 32000-1 §7.5.6): the input is a literal prefix, the table is a classic one
 * with rows of 20 bytes, and the second file identifier follows from the bytes, so equal input gives equal output.
 */
export function appendRevision(file: PdfFile, draft: RevisionDraft): Buffer {
  const chunks: Buffer[] = [Buffer.from('\n')];
  const offsets = new Map<number, number>();
  let at = file.bytes.length + 1;
  for (const number of [...draft.objects.keys()].sort((left, right) => left - right)) {
    const value = draft.objects.get(number);
    if (value === undefined) continue;
    const chunk = Buffer.concat([Buffer.from(`${number} 0 obj\n`), writeValue(value), Buffer.from('\nendobj\n\n')]);
    offsets.set(number, at);
    chunks.push(chunk);
    at += chunk.length;
  }
  const body = Buffer.concat(chunks);
  const trailer = writeValue(trailerAfter(file, draft.nextNumber, body)).toString('latin1');
  const end = `${tableOf(offsets)}trailer\n${trailer}\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([file.bytes, body, Buffer.from(end, 'latin1')]);
}

function trailerAfter(file: PdfFile, size: number, body: Uint8Array): PdfDict {
  const last = file.revisions.at(-1) ?? file.revisions[0];
  const id = last.trailer.entries.get('ID');
  const first = id?.type === 'array' ? id.items[0] : undefined;
  if (first?.type !== 'string') throw malformed('the trailer has no /ID (ISO 19005-2 §6.1.3)');
  const second = createHash('sha256').update(file.bytes).update(body).digest().subarray(0, 16);
  return withEntries(last.trailer, {
    Size: integer(size),
    ID: array([hexString(first.bytes), hexString(second)]),
    Prev: integer(last.xrefAt),
  });
}

function tableOf(offsets: ReadonlyMap<number, number>): string {
  const runs: [first: number, rows: string[]][] = [];
  for (const [number, offset] of offsets) {
    const run = runs.at(-1);
    const line = `${String(offset).padStart(10, '0')} 00000 n\r\n`;
    if (run !== undefined && run[0] + run[1].length === number) run[1].push(line);
    else runs.push([number, [line]]);
  }
  return `xref\n${runs.map(([first, rows]) => `${first} ${rows.length}\n${rows.join('')}`).join('')}`;
}
