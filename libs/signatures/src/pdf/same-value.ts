import type { PdfDict, PdfValue } from './pdf-value.ts';

/** Whether two values say the same, however they are written. */
export function sameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  switch (left.type) {
    case 'array':
      return right.type === 'array' && sameItems(left.items, right.items);
    case 'dict':
      return right.type === 'dict' && changedKeys(left, right).length === 0;
    case 'stream':
      return right.type === 'stream' && sameValue(left.dict, right.dict) && sameBytes(left.data, right.data);
    case 'string':
      return right.type === 'string' && sameBytes(left.bytes, right.bytes);
    case 'number':
      return right.type === 'number' && Number(left.text) === Number(right.text);
    case 'boolean':
      return right.type === 'boolean' && left.value === right.value;
    case 'name':
      return right.type === 'name' && left.name === right.name;
    case 'reference':
      return right.type === 'reference' && left.number === right.number;
    case 'null':
      return right.type === 'null';
  }
}

/** The keys under which two dictionaries differ, lost and new ones included. */
export function changedKeys(left: PdfDict, right: PdfDict): string[] {
  const keys = new Set([...left.entries.keys(), ...right.entries.keys()]);
  return [...keys].filter((key) => !sameValue(left.entries.get(key), right.entries.get(key)));
}

function sameItems(left: readonly PdfValue[], right: readonly PdfValue[]): boolean {
  return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
