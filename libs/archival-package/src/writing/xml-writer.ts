/** Values of `undefined` are left out; order is kept. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * One element of XML 1.0 in pieces: start tag, what is inside, end tag. Text inside is escaped already (`xmlText`) or
 * elements of their own, each made when it is asked for. Throws RangeError for a character that XML cannot hold.
 */
export function* xmlElement(
  name: string,
  attributes: XmlAttributes,
  content: Iterable<string> = [],
): Generator<string> {
  let isOpen = false;
  for (const piece of content) {
    if (!isOpen) yield `${startOf(name, attributes)}>${piece.startsWith('<') ? '\n' : ''}`;
    isOpen = true;
    yield piece;
  }
  yield isOpen ? `</${name}>\n` : `${startOf(name, attributes)}/>\n`;
}

export function xmlText(text: string): readonly [string] {
  return [holdable(text).replace(/[&<>\r]/g, escaped)];
}

function startOf(name: string, attributes: XmlAttributes): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${holdable(String(value)).replace(/[&<>"\t\n\r]/g, escaped)}"`);
  return `<${name}${written.join('')}`;
}

const names = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

// White space would be made blanks when it is read again, if it stood there as it is (XML 1.0 §2.11, §3.3.3).
function escaped(character: string): string {
  return names.get(character) ?? `&#${character.charCodeAt(0)};`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 has no place for them.
const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function holdable(text: string): string {
  const found = unholdable.exec(text)?.[0];
  if (found === undefined && text.isWellFormed()) return text;
  const code = found === undefined ? 'half a surrogate pair' : `U+${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  throw new RangeError(`XML cannot hold ${code}`);
}
