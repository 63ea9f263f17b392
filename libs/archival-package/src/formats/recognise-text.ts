import { formatOf, type Recognised } from './file-format.ts';

const maxJson = 16 * 1024 * 1024;

/** Markup, JSON, CSV and plain text: what decodes as UTF-8 or UTF-16 and holds no control character. */
export function recogniseText(content: Buffer, ending: string): Recognised | undefined {
  const text = decoded(content);
  if (text === undefined) return undefined;
  return markup(text.slice(0, 4096)) ?? json(text) ?? csv(ending) ?? plainText;
}

const plainText: Recognised = { format: formatOf('Plain Text File', '', 'x-fmt/111', 'text/plain'), endings: [] };

// biome-ignore lint/suspicious/noControlCharactersInRegex: text has none but these.
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;

function decoded(content: Buffer): string | undefined {
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const encoding = isWide ? (content[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return control.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function markup(start: string): Recognised | undefined {
  const root =
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*|<\?[^>]*\?>\s*)*<(?:\w+:)?(\w+)/i.exec(
      start,
    )?.[1];
  const isHtml = /^\s*<!DOCTYPE html/i.test(start) || root?.toLowerCase() === 'html';
  if (isHtml && !start.trimStart().startsWith('<?xml')) return html(start);
  if (root === 'svg') return { format: svg, endings: ['svg'] };
  const declared = /^\s*<\?xml\s+version\s*=\s*["'](1\.[01])["']/.exec(start)?.[1];
  if (declared === undefined) return undefined;
  const key = declared === '1.0' ? 'fmt/101' : 'fmt/475';
  return { format: formatOf('Extensible Markup Language', declared, key, 'application/xml'), endings: xmlEndings };
}

const xmlEndings = ['xml', 'xsd', 'xsl', 'xslt', 'rdf', 'xhtml', 'rng', 'sch', 'gml', 'kml'];
const svg = formatOf('Scalable Vector Graphics', '1.1', 'fmt/92', 'image/svg+xml');

function html(start: string): Recognised {
  const isFive = /^\s*<!DOCTYPE html\s*>/i.test(start);
  const [version, key] = isFive ? ['5', 'fmt/471'] : ['', 'fmt/96'];
  return { format: formatOf('Hypertext Markup Language', version, key, 'text/html'), endings: ['html', 'htm'] };
}

function json(text: string): Recognised | undefined {
  if (!/^\s*[{[]/.test(text) || text.length > maxJson) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const endings = ['json', 'jsonl', 'geojson', 'jsonld'];
  return { format: formatOf('JSON Data Interchange Format', '', 'fmt/817', 'application/json'), endings };
}

/** Nothing in the bytes tells a table from other text. */
function csv(ending: string): Recognised | undefined {
  if (ending !== 'csv') return undefined;
  return { format: formatOf('Comma Separated Values', '', 'x-fmt/18', 'text/csv'), endings: ['csv'] };
}
