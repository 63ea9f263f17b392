import { element, textElement, type Xml, xmlDocument } from '../xml/xml-writer.ts';

/** Simple Dublin Core of a folder or an item (DCMES 1.1, ISO 15836-1). */
export interface DublinCore {
  readonly title: string;
  readonly creator: readonly string[];
  readonly subject: readonly string[];
  readonly description?: string;
  readonly publisher?: string;
  readonly contributor: readonly string[];
  /** Days or `from/to`. */
  readonly date: readonly string[];
  /** `Collection` of a folder, `Text` of an item (DCMI Type Vocabulary). */
  readonly type: 'Collection' | 'Text' | 'Image';
  readonly format: readonly string[];
  readonly identifier: readonly string[];
  readonly language: readonly string[];
  readonly relation: readonly string[];
  readonly rights: readonly string[];
}

const order = [
  'title',
  'creator',
  'subject',
  'description',
  'publisher',
  'contributor',
  'date',
  'type',
  'format',
  'identifier',
  'language',
  'relation',
  'rights',
] as const satisfies readonly (keyof DublinCore)[];

/** The elements under `oai_dc:dc`, whose schema takes them in any order and number. */
export function writeDc(model: DublinCore): Xml {
  const root = {
    'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return xmlDocument(
    element(
      'oai_dc:dc',
      root,
      order.flatMap((name) => [model[name] ?? []].flat().map((value) => textElement(`dc:${name}`, value))),
    ),
  );
}
