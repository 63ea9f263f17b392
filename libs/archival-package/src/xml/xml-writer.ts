import { SillokError } from '@sillok/kernel';

/** Pieces of well-formed XML. A string is none, so that no text can get in unescaped. */
export type Xml = Generator<string, void, undefined>;

/** `undefined` leaves an attribute out; namespaces are declared as `xmlns` and `xmlns:prefix`. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A string is text and is escaped; elements come one after another, `undefined` is no element. */
export type XmlContent = string | Iterable<Xml | undefined>;

const name = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const unheld = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * One element with text or with elements, each on a line of its own. Throws CONTAINER_MALFORMED, naming the element, for
 * a character that XML 1.0 cannot hold (production 2) and for a name that is none.
 */
export function* element(tag: string, attributes: XmlAttributes = {}, content: XmlContent = []): Xml {
  const start = `<${checkedName(tag)}${attributesText(tag, attributes)}`;
  if (typeof content === 'string') {
    yield `${start}>${escaped(tag, content, /[&<>\r]/g)}</${tag}>\n`;
    return;
  }
  let isEmpty = true;
  for (const child of content) {
    if (child === undefined) continue;
    if (isEmpty) yield `${start}>\n`;
    isEmpty = false;
    yield* child;
  }
  yield isEmpty ? `${start}/>\n` : `</${tag}>\n`;
}

/** The element with this text; no element for a text that is not there. */
export function textElement(tag: string, text: string | number | boolean | undefined, attributes?: XmlAttributes) {
  return text === undefined ? undefined : element(tag, attributes, String(text));
}

/** A whole document in UTF-8 with its declaration. */
export function* xmlDocument(root: Xml): Xml {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield* root;
}

/** The bytes of pieces of XML, all in memory. */
export function bytesOf(pieces: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...pieces].join(''));
}

function attributesText(tag: string, attributes: XmlAttributes): string {
  let text = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${checkedName(key)}="${escaped(`${tag}/@${key}`, String(value), /[&<>"\t\n\r]/g)}"`;
  }
  return text;
}

function escaped(place: string, text: string, special: RegExp): string {
  if (unheld.test(text)) throw malformed(place, 'a character that XML 1.0 cannot hold');
  return text.replaceAll(special, (found) => escapes[found] ?? found);
}

function checkedName(text: string): string {
  if (!name.test(text)) throw malformed(text, 'no name of XML');
  return text;
}

function malformed(place: string, reason: string): SillokError {
  return new SillokError('CONTAINER_MALFORMED', `${place}: ${reason}`, { field: place, details: { entry: place } });
}
