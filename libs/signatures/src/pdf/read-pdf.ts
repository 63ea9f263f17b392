import { malformed } from './malformed.ts';
import type { PdfFile, PdfRevision } from './pdf-file.ts';
import { integerUnder } from './pdf-file.ts';
import type { PdfDict } from './pdf-value.ts';
import { type Body, readBody } from './read-body.ts';
import { lastXrefOffset, readXref, type XrefSection } from './read-xref.ts';
import { referencesIn } from './references.ts';

const most = { bytes: 128 * 1024 * 1024, revisions: 64, values: 1_000_000 } as const;
const header = /^%PDF-(?:1\.[3-7]|2\.0)(?:\r\n|\n|\r)(?:%[\x80-\xff]{3,16}[\t ]{0,2}(?:\r\n|\n|\r))?/;

/**
 * Reads a PDF strictly, in the one style that Sillok writes and its renderer writes: a header at 0, classic
 * cross-reference tables chained by /Prev, every byte of every revision owned by one listed object, no streams of
 * objects, no encryption, no comment, no dangling reference. What is unusual but legal is refused too: a file that can
 * be read in two ways is of no use as evidence. Throws PDF_MALFORMED with the reason and the offset.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > most.bytes) throw malformed('the file is too large');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const head = header.exec(text)?.[0];
  if (head === undefined) throw malformed('no PDF header at the start', 0);
  const revisions: PdfRevision[] = [];
  let start = head.length;
  const budget = { values: most.values };
  for (const section of sectionsOf(text, budget)) {
    const earlier = (number: number) =>
      revisions.findLast((one) => one.objects.has(number))?.objects.get(number)?.value;
    const revision = revisionOf({ bytes, text, from: start, budget, earlier }, section);
    assertContinues(revision, section, revisions);
    revisions.push(revision);
    start = revision.end;
  }
  const [first, ...others] = revisions;
  if (first === undefined) throw malformed('no revision');
  return { bytes, revisions: [first, ...others] };
}

function sectionsOf(text: string, budget: { values: number }): XrefSection[] {
  const sections: XrefSection[] = [];
  let at: number | undefined = lastXrefOffset(text);
  while (at !== undefined) {
    const section: XrefSection = readXref(text, at, budget);
    const next: number | undefined = previousOf(section.trailer);
    if (next !== undefined && next >= at) throw malformed('/Prev must point backwards', at);
    sections.unshift(section);
    if (sections.length > most.revisions) throw malformed('too many revisions');
    at = next;
  }
  const trailing = text.length - (sections.at(-1)?.end ?? 0);
  if (trailing > 2) throw malformed('bytes behind the last %%EOF');
  return sections;
}

function previousOf(trailer: PdfDict): number | undefined {
  if (!trailer.entries.has('Prev')) return undefined;
  const previous = integerUnder(trailer, 'Prev');
  if (previous === undefined) throw malformed('/Prev is no offset');
  return previous;
}

function revisionOf(body: Body, section: XrefSection): PdfRevision {
  const objects = new Map(readBody(body, section).map((object) => [object.number, object]));
  return { start: body.from, end: section.end, xrefAt: section.at, objects, trailer: section.trailer };
}

function assertContinues(revision: PdfRevision, section: XrefSection, before: readonly PdfRevision[]): void {
  const known = new Set(before.flatMap((earlier) => [...earlier.objects.keys()]));
  const size = integerUnder(revision.trailer, 'Size') ?? 0;
  const numbers = [...revision.objects.keys()];
  if (size < (integerUnder(before.at(-1)?.trailer ?? revision.trailer, 'Size') ?? 0)) throw malformed('/Size shrinks');
  if (numbers.some((number) => number >= size)) throw malformed('an object beyond /Size', revision.xrefAt);
  if (before.length > 0 && section.freed.some((number) => number !== 0)) throw malformed('an object is taken away');
  for (const number of numbers) known.add(number);
  const named = [revision.trailer, ...[...revision.objects.values()].map((object) => object.value)];
  const dangling = named.flatMap(referencesIn).find((number) => !known.has(number));
  if (dangling !== undefined) throw malformed(`object ${dangling} is named but not there`, revision.xrefAt);
}
