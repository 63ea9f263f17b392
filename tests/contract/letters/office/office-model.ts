/** What the small office files of letters hold: one model for ODT, DOCX and PDF, one for ODS and XLSX. */
export type OfficeBlock =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly list: readonly string[] }
  /** The first row is the header; columns after the first that hold numbers stand to the right. */
  | { readonly table: readonly (readonly string[])[] };

interface OfficeFile {
  /** A BCP 47 tag with a country: `ko-KR`. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** An instant, for the properties of the file and its zip. */
  readonly createdAt: string;
}

export interface OfficeText extends OfficeFile {
  readonly blocks: readonly OfficeBlock[];
}

/** `=SUM(D2:D4)` with what it comes to, as a program keeps it for readers that do not reckon. */
export interface SumCell {
  readonly sum: readonly [from: string, to: string];
  readonly value: number;
}
export type OfficeCell = string | number | SumCell;

export interface OfficeSheet {
  readonly name: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly OfficeCell[])[];
}

export interface OfficeBook extends OfficeFile {
  readonly sheets: readonly OfficeSheet[];
}

export function isNumeric(text: string): boolean {
  return /^[\d.,]+$/.test(text);
}

/** A file to be made: `path` is from the folder of all letters, `kind` its ending. */
export type OfficeContent =
  | { readonly path: string; readonly kind: 'odt' | 'docx' | 'pdf'; readonly content: OfficeText }
  | { readonly path: string; readonly kind: 'ods' | 'xlsx'; readonly content: OfficeBook };
