import { SaxesParser } from 'saxes';
import { XmlDecoder } from '../mets/decode-xml.ts';

/** An element as it was read; attributes by their local names. */
export interface ReadElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly ReadElement[];
  /** The characters directly in it. */
  readonly text: string;
}

export interface ReadLimits {
  readonly bytes: number;
  readonly elements: number;
  readonly depth: number;
}

const pieceSize = 64 * 1024;

/** The tree of a small document, undefined where it is not well-formed, goes beyond a limit or declares a type. */
export function readXml(bytes: Uint8Array, limits: ReadLimits): ReadElement | undefined {
  if (bytes.length > limits.bytes) return undefined;
  const tree = new Tree(limits);
  try {
    const decoder = new XmlDecoder();
    for (let place = 0; place < bytes.length && !tree.isBroken; place += pieceSize)
      tree.write(decoder.decode(bytes.subarray(place, place + pieceSize)));
    tree.write(decoder.end());
    return tree.end();
  } catch {
    return undefined;
  }
}

interface Growing extends ReadElement {
  readonly children: Growing[];
  text: string;
}

class Tree {
  isBroken = false;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: Growing[] = [];
  #root: Growing | undefined;
  #elements = 0;

  constructor(limits: ReadLimits) {
    this.#parser.on('opentag', ({ local, uri, attributes }) => {
      const values = Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value]));
      const grown: Growing = { name: local, namespace: uri, attributes: values, children: [], text: '' };
      this.#open.at(-1)?.children.push(grown);
      this.#root ??= grown;
      this.#open.push(grown);
      this.#elements += 1;
      if (this.#elements > limits.elements || this.#open.length > limits.depth) this.isBroken = true;
    });
    this.#parser.on('closetag', () => this.#open.pop());
    const add = (text: string): void => {
      const element = this.#open.at(-1);
      if (element !== undefined) element.text += text;
    };
    this.#parser.on('text', add);
    this.#parser.on('cdata', add);
    this.#parser.on('doctype', () => {
      this.isBroken = true;
    });
    this.#parser.on('error', () => {
      this.isBroken = true;
    });
  }

  write(text: string): void {
    if (!this.isBroken) this.#parser.write(text);
  }

  end(): ReadElement | undefined {
    if (!this.isBroken) this.#parser.close();
    return this.isBroken ? undefined : this.#root;
  }
}

export function childNamed(element: ReadElement | undefined, name: string): ReadElement | undefined {
  return element?.children.find((child) => child.name === name && child.namespace === element.namespace);
}

export function childrenNamed(element: ReadElement | undefined, name: string): readonly ReadElement[] {
  return element?.children.filter((child) => child.name === name && child.namespace === element.namespace) ?? [];
}

/** The characters of a child; undefined where there is none. */
export function textOf(element: ReadElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.text;
}
