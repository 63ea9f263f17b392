import { element, textElement, type Xml } from '../xml/xml-writer.ts';
import type { PremisFile, PremisObject, PremisRelationship } from './premis-model.ts';
import { identifier, vocabularyTerm } from './premis-pieces.ts';

/** One `object` of its kind, with the events and rights that name it. */
export function objectElement(object: PremisObject, events: readonly string[], rights: readonly string[]): Xml {
  return element('premis:object', { 'xsi:type': `premis:${object.kind}` }, [
    identifier('object', object.id),
    object.kind === 'file' ? characteristics(object) : undefined,
    textElement('premis:originalName', object.originalName),
    object.kind === 'file' ? storage(object) : undefined,
    ...object.relationships.map(relationship),
    ...events.map((id) => identifier('linkingEvent', id)),
    ...rights.map((id) => identifier('linkingRightsStatement', id)),
  ]);
}

function characteristics({ sha256, bytes, format }: PremisFile): Xml {
  return element('premis:objectCharacteristics', {}, [
    element('premis:compositionLevel', {}, '0'),
    element('premis:fixity', {}, [
      element('premis:messageDigestAlgorithm', {}, 'SHA-256'),
      element('premis:messageDigest', {}, sha256),
    ]),
    element('premis:size', {}, String(bytes)),
    element('premis:format', {}, [
      element('premis:formatDesignation', {}, [
        element('premis:formatName', {}, format.name),
        textElement('premis:formatVersion', format.version),
      ]),
      format.key === undefined ? undefined : registry(format.key),
    ]),
  ]);
}

function registry(key: string): Xml {
  return element('premis:formatRegistry', {}, [
    element('premis:formatRegistryName', {}, 'PRONOM'),
    element('premis:formatRegistryKey', {}, key),
    element('premis:formatRegistryRole', {}, 'specification'),
  ]);
}

function storage({ path }: PremisFile): Xml | undefined {
  if (path === undefined) return undefined;
  return element('premis:storage', {}, [
    element('premis:contentLocation', {}, [
      element('premis:contentLocationType', {}, 'path in the package'),
      element('premis:contentLocationValue', {}, path),
    ]),
  ]);
}

function relationship({ type, subType, objectId }: PremisRelationship): Xml {
  return element('premis:relationship', {}, [
    vocabularyTerm('relationshipType', type),
    vocabularyTerm('relationshipSubType', subType),
    identifier('relatedObject', objectId),
  ]);
}
