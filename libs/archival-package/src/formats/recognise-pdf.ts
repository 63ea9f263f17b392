import { type FileFormat, formatOf, type Recognised } from './file-format.ts';

const pdfKeys = new Map([
  ['1.0', 'fmt/14'],
  ['1.1', 'fmt/15'],
  ['1.2', 'fmt/16'],
  ['1.3', 'fmt/17'],
  ['1.4', 'fmt/18'],
  ['1.5', 'fmt/19'],
  ['1.6', 'fmt/20'],
  ['1.7', 'fmt/276'],
  ['2.0', 'fmt/1129'],
]);

const pdfAKeys = new Map([
  ['1a', 'fmt/95'],
  ['1b', 'fmt/354'],
  ['2a', 'fmt/476'],
  ['2b', 'fmt/477'],
  ['2u', 'fmt/478'],
  ['3a', 'fmt/479'],
  ['3b', 'fmt/480'],
  ['3u', 'fmt/481'],
  ['4', 'fmt/1910'],
  ['4e', 'fmt/1911'],
  ['4f', 'fmt/1912'],
]);

/** PDF by its header (ISO 32000-2 §7.5.2), PDF/A by what its XMP claims; whether it keeps that, others judge. */
export function recognisePdf(content: Buffer): Recognised | undefined {
  const start = content.subarray(0, 1024).toString('latin1');
  const version = /%PDF-(\d\.\d)/.exec(start)?.[1];
  if (version === undefined) return undefined;
  const format = pdfA(content) ?? pdf(version);
  return { format, endings: ['pdf'], isEncrypted: isEncrypted(content) };
}

function pdf(version: string): FileFormat {
  const name = `Acrobat PDF ${version} - Portable Document Format`;
  return formatOf(name, version, pdfKeys.get(version) ?? 'x-fmt/18', 'application/pdf');
}

function pdfA(content: Buffer): FileFormat | undefined {
  const place = content.lastIndexOf('pdfaid:part');
  if (place === -1) return undefined;
  const around = content.subarray(Math.max(0, place - 2000), place + 2000).toString('latin1');
  const claim = `${said(around, 'part')}${said(around, 'conformance').toLowerCase()}`;
  const key = pdfAKeys.get(claim);
  if (key === undefined) return undefined;
  return formatOf('Acrobat PDF/A - Portable Document Format', claim, key, 'application/pdf');
}

/** XMP has a simple property as an attribute or as an element (ISO 16684-1 §7.4, §7.9.2). */
function said(xmp: string, property: string): string {
  const found = new RegExp(`pdfaid:${property}\\s*(?:=\\s*["']|>)\\s*(\\w+)`).exec(xmp);
  return found?.[1] ?? '';
}

/** The trailer names the encryption dictionary (ISO 32000-2 §7.6); a trailer is never compressed. */
function isEncrypted(content: Buffer): boolean {
  for (let place = content.indexOf('/Encrypt'); place !== -1; place = content.indexOf('/Encrypt', place + 8)) {
    const after = content.subarray(place + 8, place + 40).toString('latin1');
    if (/^\s*(?:\d+\s+\d+\s+R\b|<<)/.test(after)) return true;
  }
  return false;
}
