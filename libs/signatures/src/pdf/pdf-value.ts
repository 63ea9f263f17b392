/** The values of ISO 32000-1 §7.3. A string keeps whether it was hexadecimal and where its token stands in the file. */
export type PdfValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'name'; readonly name: string }
  | PdfString
  | PdfArray
  | PdfDict
  | PdfReference
  | PdfStream;

export interface PdfString {
  readonly type: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  /** Offsets of the token with its delimiters; 0 and 0 where the value was made here. */
  readonly start: number;
  readonly end: number;
}

export interface PdfArray {
  readonly type: 'array';
  readonly items: readonly PdfValue[];
}

export interface PdfDict {
  readonly type: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfReference {
  readonly type: 'reference';
  readonly number: number;
}

export interface PdfStream {
  readonly type: 'stream';
  readonly dict: PdfDict;
  /** As stored, filters not undone. */
  readonly data: Uint8Array;
}

export const nothing: PdfValue = { type: 'null' };

export function name(text: string): PdfValue {
  return { type: 'name', name: text };
}

export function integer(value: number): PdfValue {
  return { type: 'number', text: String(value) };
}

export function decimal(value: number): PdfValue {
  return { type: 'number', text: String(Number(value.toFixed(4))) };
}

export function reference(number: number): PdfReference {
  return { type: 'reference', number };
}

export function array(items: readonly PdfValue[]): PdfArray {
  return { type: 'array', items };
}

export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const present = Object.entries(entries).flatMap(([key, value]): [string, PdfValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return { type: 'dict', entries: new Map(present) };
}

/** The same dictionary with some entries set; the order of the others stays. */
export function withEntries(base: PdfDict, changes: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  return { type: 'dict', entries: new Map([...base.entries, ...dict(changes).entries]) };
}

export function stream(entries: PdfDict, data: Uint8Array): PdfStream {
  return { type: 'stream', dict: withEntries(entries, { Length: integer(data.length) }), data };
}

export function hexString(bytes: Uint8Array): PdfString {
  return { type: 'string', bytes, hex: true, start: 0, end: 0 };
}
