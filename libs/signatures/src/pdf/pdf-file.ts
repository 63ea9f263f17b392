import { malformed } from './malformed.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';

export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Offsets from `N 0 obj` to behind `endobj`. */
  readonly start: number;
  readonly end: number;
}

/** What one save added. `end` is the offset just behind its `%%EOF`. */
export interface PdfRevision {
  readonly start: number;
  readonly end: number;
  readonly xrefAt: number;
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: PdfDict;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly revisions: readonly [PdfRevision, ...PdfRevision[]];
}

/** The file as it was after the revision with this index; by default after the last. */
export interface PdfView {
  readonly file: PdfFile;
  readonly index: number;
}

export function lastView(file: PdfFile): PdfView {
  return { file, index: file.revisions.length - 1 };
}

export function trailerOf(view: PdfView): PdfDict {
  return (view.file.revisions[view.index] ?? view.file.revisions[0]).trailer;
}

export function lookUp(view: PdfView, number: number): PdfObject | undefined {
  for (let index = view.index; index >= 0; index -= 1) {
    const found = view.file.revisions[index]?.objects.get(number);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Follows a reference once; what it names is never a reference itself, `readPdf` has seen to that. */
export function resolve(view: PdfView, value: PdfValue | undefined): PdfValue | undefined {
  return value?.type === 'reference' ? lookUp(view, value.number)?.value : value;
}

export function resolveDict(view: PdfView, value: PdfValue | undefined): PdfDict | undefined {
  const found = resolve(view, value);
  return found?.type === 'dict' ? found : undefined;
}

/** The reference under a key, as an object number. Throws PDF_MALFORMED where there is none. */
export function numberUnder(holder: PdfDict, key: string): number {
  const value = holder.entries.get(key);
  if (value?.type !== 'reference') throw malformed(`${key} must be an indirect reference`);
  return value.number;
}

export function catalogOf(view: PdfView): { number: number; dict: PdfDict } {
  const number = numberUnder(trailerOf(view), 'Root');
  const catalog = lookUp(view, number)?.value;
  if (catalog?.type !== 'dict' || nameUnder(catalog, 'Type') !== 'Catalog') throw malformed('the root is no catalog');
  return { number, dict: catalog };
}

export function nameUnder(holder: PdfDict, key: string): string | undefined {
  const value = holder.entries.get(key);
  return value?.type === 'name' ? value.name : undefined;
}

export function integerUnder(holder: PdfDict, key: string): number | undefined {
  const value = holder.entries.get(key);
  return value?.type === 'number' && /^\d+$/.test(value.text) ? Number(value.text) : undefined;
}
