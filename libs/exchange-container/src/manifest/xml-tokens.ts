import { malformed } from '@sillok/zip';

/** A start tag, an end tag, or text; entities are resolved. */
export type XmlToken =
  | {
      readonly kind: 'start';
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'end'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const declaration = /^<\?xml\s[^?<>]*\?>/;
const comment = /<!--(?:[^-]|-(?!-))*-->/y;
const words = /[^<]+/y;
const end = /<\/([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*>/y;
const start = /<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Throws CONTAINER_MALFORMED, naming the entry, where no token that we take begins. */
export function* xmlTokens(text: string, entry: string): Generator<XmlToken> {
  let place = declaration.exec(text)?.[0].length ?? 0;
  while (place < text.length) {
    const { token, length } = tokenAt(text, place, entry);
    if (token !== undefined) yield token;
    place += length;
  }
}

/** The token at a place; none for a comment. */
function tokenAt(text: string, place: number, entry: string): { token: XmlToken | undefined; length: number } {
  for (const [pattern, read] of rules) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match !== null) return { token: read(match, entry), length: match[0].length };
  }
  throw malformed(`this XML cannot be read at character ${place}`, entry);
}

const rules: readonly (readonly [RegExp, (match: RegExpExecArray, entry: string) => XmlToken | undefined])[] = [
  [words, ([text], entry) => ({ kind: 'text', text: resolved(text, entry) })],
  [comment, () => undefined],
  [end, ([, tag = '']) => ({ kind: 'end', tag })],
  [start, startOf],
];

function startOf([, tag = '', said = '', slash]: RegExpExecArray, entry: string): XmlToken {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of said.matchAll(attribute)) {
    if (attributes.has(name)) throw malformed(`the XML attribute ${name} stands twice`, entry);
    attributes.set(name, resolved(double ?? single ?? '', entry));
  }
  return { kind: 'start', tag, attributes, isEmpty: slash === '/' };
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolved(text: string, entry: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&/g,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return named[name] ?? '';
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      if (!(point > 0 && point <= 0x10ffff)) throw malformed(`this XML has ${whole}, which we do not take`, entry);
      return String.fromCodePoint(point);
    },
  );
}
