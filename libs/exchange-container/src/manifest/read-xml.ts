import { malformed } from '@sillok/zip';
import { type XmlToken, xmlTokens } from './xml-tokens.ts';

/** An element with its namespace resolved. Text between child elements is not kept apart. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** As written; those without a prefix are the ones that manifests use. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly parent: OpenElement | undefined;
  readonly tag: string;
  readonly scope: ReadonlyMap<string, string>;
  readonly element: XmlElement & { text: string; readonly children: XmlElement[] };
}

const maxDepth = 32;

/**
 * The root of a small XML document: elements, attributes, text, comments and namespaces. A document type, processing
 * instructions, CDATA and entities of its own are refused: no manifest needs them, and each is a way to be fooled.
 * Throws CONTAINER_MALFORMED naming the entry.
 */
export function readXml(bytes: Uint8Array, entry: string): XmlElement {
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  for (const token of xmlTokens(decode(bytes, entry), entry)) {
    const opened = take(token, open, entry);
    if (opened !== undefined && opened.parent === undefined) roots.push(opened.element);
  }
  const [root, ...more] = roots;
  if (root === undefined || more.length + open.length > 0) throw malformed('this XML is not one whole element', entry);
  return root;
}

/** The element that begins with this token, if one does. */
function take(token: XmlToken, open: OpenElement[], entry: string): OpenElement | undefined {
  if (token.kind === 'text') return addText(open.at(-1), token.text, entry);
  if (token.kind === 'end') return close(open, token.tag, entry);
  const opened = start(open.at(-1), token, entry);
  if (!token.isEmpty) open.push(opened);
  if (open.length > maxDepth) throw malformed('this XML is too deep', entry);
  return opened;
}

function decode(bytes: Uint8Array, entry: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed('this XML is not UTF-8', entry, cause);
  }
}

function addText(parent: OpenElement | undefined, text: string, entry: string): undefined {
  if (parent !== undefined) parent.element.text += text;
  else if (text.trim() !== '') throw malformed('this XML has text outside its root', entry);
}

function close(open: OpenElement[], tag: string, entry: string): undefined {
  if (open.pop()?.tag !== tag) throw malformed(`the XML element ${tag} ends but is not open`, entry);
}

function start(
  parent: OpenElement | undefined,
  { tag, attributes }: XmlToken & { readonly kind: 'start' },
  entry: string,
): OpenElement {
  const scope = scopeWithin(parent, attributes);
  const colon = tag.indexOf(':');
  const namespace = scope.get(tag.slice(0, Math.max(colon, 0))) ?? '';
  if (namespace === '' && colon !== -1) throw malformed(`the XML prefix of ${tag} is not declared`, entry);
  const element = { namespace, name: tag.slice(colon + 1), attributes, children: [], text: '' };
  parent?.element.children.push(element);
  return { parent, tag, scope, element };
}

function scopeWithin(
  parent: OpenElement | undefined,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const scope = new Map(parent?.scope);
  for (const [name, value] of attributes) {
    if (name === 'xmlns') scope.set('', value);
    if (name.startsWith('xmlns:')) scope.set(name.slice('xmlns:'.length), value);
  }
  return scope;
}
