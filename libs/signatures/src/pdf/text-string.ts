import { hexString, type PdfString } from './pdf-value.ts';

/** A text string (ISO 32000-1 §7.9.2.2): ASCII as it is, all else as UTF-16BE behind its mark. Always hexadecimal. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return hexString(Buffer.from(text, 'latin1'));
  return hexString(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]));
}

/** What a text string says; PDFDocEncoding is read as Latin-1, which differs in rare signs only. */
export function readTextString(value: PdfString): string {
  const bytes = Buffer.from(value.bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) {
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}
