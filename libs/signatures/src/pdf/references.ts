import type { PdfValue } from './pdf-value.ts';

/** Every object number that a value names. */
export function referencesIn(value: PdfValue): number[] {
  switch (value.type) {
    case 'reference':
      return [value.number];
    case 'array':
      return value.items.flatMap(referencesIn);
    case 'dict':
      return [...value.entries.values()].flatMap(referencesIn);
    case 'stream':
      return referencesIn(value.dict);
    default:
      return [];
  }
}
