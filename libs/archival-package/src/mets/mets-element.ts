/** An element of METS as rules see it. Attributes of other namespaces have their customary prefix (`xlink:`, `csip:`, `sip:`). */
export interface MetsElement {
  readonly name: string;
  /** Line of the start tag's end, from 1. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MetsElement[];
  /** The characters of `name`, `note` and `altRecordID`; empty for all others. */
  readonly text: string;
  /** Children that were read and let go: files of a group, metadata sections. */
  readonly streamed: number;
}

export function childrenOf(element: MetsElement, name: string): readonly MetsElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childOf(element: MetsElement, name: string): MetsElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The attribute's value, or an empty string: to the profiles an empty attribute is as good as none. */
export function attributeOf(element: MetsElement, attribute: string): string {
  return (element.attributes.get(attribute) ?? '').trim();
}

export function listIn(element: MetsElement, attribute: string): readonly string[] {
  return attributeOf(element, attribute)
    .split(/\s+/)
    .filter((part) => part !== '');
}

/** The element and all below it that were kept. */
export function* withAllBelow(element: MetsElement): Generator<MetsElement> {
  yield element;
  for (const child of element.children) yield* withAllBelow(child);
}
