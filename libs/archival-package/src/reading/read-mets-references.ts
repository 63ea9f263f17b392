import { ordinaryLimits } from '../limits.ts';
import { XmlDecoder } from '../mets/decode-xml.ts';
import { attributeOf, type MetsElement, withAllBelow } from '../mets/mets-element.ts';
import { MetsReader } from '../mets/mets-reader.ts';

/** A file that a METS speaks of, as it says it. */
export interface MetsReference {
  /** Decoded, relative to the folder of the METS. */
  readonly path: string;
  /** Lower-case hex; absent where another algorithm or none is named. */
  readonly sha256?: string;
}

/** Every file and metadata reference of a METS that lies alone, in order; `undefined` where it cannot be read. */
export function readMetsReferences(bytes: Uint8Array): readonly MetsReference[] | undefined {
  const reader = new MetsReader(ordinaryLimits, () => undefined);
  const decoder = new XmlDecoder();
  try {
    if (!reader.write(decoder.decode(bytes)) || !reader.write(decoder.end())) return undefined;
    reader.end();
    if (reader.troubles.length > 0) return undefined;
    return reader.sections.flatMap(({ element }) => [...withAllBelow(element)].flatMap((one) => referencesOf(one)));
  } catch {
    return undefined;
  }
}

function referencesOf(element: MetsElement): readonly MetsReference[] {
  if (element.name === 'mdRef') return [reference(element, element)];
  if (element.name !== 'file') return [];
  return element.children.filter(({ name }) => name === 'FLocat').map((locator) => reference(locator, element));
}

function reference(locator: MetsElement, described: MetsElement): MetsReference {
  const path = decodeURIComponent(attributeOf(locator, 'xlink:href'));
  const isSha256 = attributeOf(described, 'CHECKSUMTYPE') === 'SHA-256';
  return { path, ...(isSha256 ? { sha256: attributeOf(described, 'CHECKSUM').toLowerCase() } : {}) };
}
