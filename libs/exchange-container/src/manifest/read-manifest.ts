import { malformed } from '@sillok/zip';
import type { ContainerEntry } from '../container-file.ts';
import { asicNamespace, dsigNamespace, ownNamespace } from './manifest-names.ts';
import { readXml, type XmlElement } from './read-xml.ts';

export interface AsicReference {
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly isRoot: boolean;
  /** The URI of XML Signature, such as `http://www.w3.org/2001/04/xmlenc#sha256`. */
  readonly algorithm: string;
  readonly digest: Uint8Array;
}

export interface AsicManifest extends ContainerEntry {
  /** The signature, timestamp or evidence record over this manifest. */
  readonly signature: { readonly name: string; readonly mediaType: string | undefined };
  readonly references: readonly AsicReference[];
  /** The instant that our own containers carry; absent in those of others. */
  readonly modifiedAt: string | undefined;
}

/** ASiCManifest or ASiCArchiveManifest (EN 319 162-1 annex A.4). Throws CONTAINER_MALFORMED naming the entry. */
export function readManifest(entry: ContainerEntry): AsicManifest {
  const root = readXml(entry.bytes, entry.name);
  if (root.namespace !== asicNamespace || root.name !== 'ASiCManifest') {
    throw malformed('a manifest is not an ASiCManifest', entry.name);
  }
  const [signature, ...more] = childrenOf(root, asicNamespace, 'SigReference');
  const references = childrenOf(root, asicNamespace, 'DataObjectReference');
  if (signature === undefined || more.length > 0) throw malformed('a manifest names not one signature', entry.name);
  if (references.length === 0) throw malformed('a manifest names no file', entry.name);
  return {
    ...entry,
    signature: { name: uriIn(signature, entry), mediaType: signature.attributes.get('MimeType') },
    references: references.map((reference) => readReference(reference, entry)),
    modifiedAt: modifiedAtIn(root),
  };
}

function readReference(element: XmlElement, entry: ContainerEntry): AsicReference {
  const [method] = childrenOf(element, dsigNamespace, 'DigestMethod');
  const [value] = childrenOf(element, dsigNamespace, 'DigestValue');
  const algorithm = method?.attributes.get('Algorithm');
  if (algorithm === undefined || value === undefined) throw malformed('a reference has no digest', entry.name);
  return {
    name: uriIn(element, entry),
    mediaType: element.attributes.get('MimeType'),
    isRoot: ['true', '1'].includes(element.attributes.get('Rootfile') ?? ''),
    algorithm,
    digest: Buffer.from(value.text.trim(), 'base64'),
  };
}

function modifiedAtIn(root: XmlElement): string | undefined {
  return childrenOf(root, asicNamespace, 'ASiCManifestExtensions')
    .flatMap((extensions) => childrenOf(extensions, asicNamespace, 'Extension'))
    .flatMap((extension) => childrenOf(extension, ownNamespace, 'Container'))
    .at(0)
    ?.attributes.get('modifiedAt');
}

function uriIn(element: XmlElement, entry: ContainerEntry): string {
  const uri = element.attributes.get('URI');
  if (uri === undefined) throw malformed('a reference names no file', entry.name);
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function childrenOf(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}
