import { malformed } from './malformed.ts';
import type { PdfString, PdfValue } from './pdf-value.ts';

/** One value as bytes; the same value always gives the same bytes. */
export function writeValue(value: PdfValue): Buffer {
  if (value.type !== 'stream') return Buffer.from(written(value), 'latin1');
  const open = Buffer.from(`${written(value.dict)}\nstream\n`, 'latin1');
  return Buffer.concat([open, value.data, Buffer.from('\nendstream', 'latin1')]);
}

function written(value: PdfValue): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return value.text;
    case 'name':
      return writtenName(value.name);
    case 'string':
      return writtenString(value);
    case 'reference':
      return `${value.number} 0 R`;
    case 'array':
      return `[${value.items.map(written).join(' ')}]`;
    case 'dict':
      return `<<${[...value.entries].map(([key, entry]) => `\n${writtenName(key)} ${written(entry)}`).join('')}\n>>`;
    case 'stream':
      throw malformed('a stream cannot stand inside another value');
  }
}

function writtenName(name: string): string {
  const hashed = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, hashed)}`;
}

function writtenString(value: PdfString): string {
  const bytes = Buffer.from(value.bytes);
  const text = bytes.toString('latin1');
  if (!value.hex && /^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  return `<${bytes.toString('hex')}>`;
}
